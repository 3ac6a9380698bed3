package org.partnerflow.deal;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.jspecify.annotations.Nullable;

/** When timers are due that were carried on: element id to time, a line each. */
@Converter
class DueTimes implements AttributeConverter<Map<String, Instant>, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Map<String, Instant> times) {
        return times == null || times.isEmpty()
                ? null
                : times.entrySet().stream()
                        .map(time -> time.getKey() + " " + time.getValue())
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, Instant> convertToEntityAttribute(@Nullable String lines) {
        var times = new TreeMap<String, Instant>();
        if (lines != null) {
            lines.lines().map(line -> line.split(" ", 2)).forEach(line -> times.put(line[0], Instant.parse(line[1])));
        }
        return times;
    }
}
