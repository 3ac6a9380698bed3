package org.partnerflow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.partnerflow.search.match.Described;
import org.partnerflow.search.match.Described.Kind;
import org.partnerflow.search.match.Matcher;
import org.partnerflow.search.match.MemoryCandidates;
import org.partnerflow.search.match.PhoneKey;

/**
 * How many duplicates are found, and how many of those found are none: on pairs of our own, alone and among 100,000 made-up accounts,
 * and on two public files, where {@code -Dduplicates.data} names the folder that has them.
 */
final class DuplicateFigures {
    private static final Path PAIRS = Path.of("src/test/resources/duplicates");
    private static final int STOCK = Integer.getInteger("bench.accounts", 100_000);

    private DuplicateFigures() {}

    static void print() throws IOException {
        var stock = new MemoryCandidates();
        madeUpNames(STOCK).forEach(name -> stock.add(organisation(name)));
        pairs("organisations.csv", Kind.ORGANISATION, new MemoryCandidates(), "Hard pairs of names of organisations");
        pairs("persons.csv", Kind.PERSON, new MemoryCandidates(), "Hard pairs of names of persons");
        pairs("organisations.csv", Kind.ORGANISATION, stock, "Organisations among %,d others".formatted(STOCK));
        var folder = System.getProperty("duplicates.data", "");
        if (folder.isBlank() || !Files.isDirectory(Path.of(folder))) {
            System.out.println("Public files: not read, since -Dduplicates.data names no folder");
            return;
        }
        persons(Path.of(folder, "people-febrl1.csv"), true);
        persons(Path.of(folder, "people-febrl1.csv"), false);
        companies(Path.of(folder, "company-names-sec.csv"));
    }

    private static void pairs(String file, Kind kind, MemoryCandidates stock, String what) throws IOException {
        int same = 0;
        int found = 0;
        int different = 0;
        int wrong = 0;
        long begin = System.nanoTime();
        for (var line : Files.readAllLines(PAIRS.resolve(file)).stream().skip(1).toList()) {
            var cells = line.split("\\|");
            var known = new Described(kind, UUID.randomUUID(), cells[1], null, null, null, null, null);
            var wanted = new Described(kind, UUID.randomUUID(), cells[2], null, null, null, null, null);
            stock.add(known);
            boolean hit = Matcher.find(wanted, stock).stream()
                    .anyMatch(match -> match.record().equals(known));
            if (cells[0].equals("same")) {
                same++;
                found += hit ? 1 : 0;
            } else {
                different++;
                wrong += hit ? 1 : 0;
            }
        }
        System.out.printf(
                "%s: %d of %d found, %d of %d others called the same, %.1f ms each%n",
                what, found, same, wrong, different, (System.nanoTime() - begin) / 1e6 / (same + different));
    }

    /** Each record is compared with those before it, as it would be entered. */
    private static void persons(Path file, boolean withAddress) throws IOException {
        var known = new MemoryCandidates();
        var truth = new HashMap<UUID, String>();
        int right = 0;
        int wrong = 0;
        for (var line : Files.readAllLines(file).stream().skip(1).toList()) {
            var cells = Stream.of(line.split(",", -1)).map(String::strip).toList();
            var person = cells.get(0).split("-")[1];
            var record = person(cells, withAddress);
            for (var match : Matcher.find(record, known)) {
                if (truth.get(match.record().id()).equals(person)) {
                    right++;
                } else {
                    wrong++;
                }
            }
            known.add(record);
            truth.put(record.id(), person);
        }
        System.out.printf(
                "Persons of Febrl by %s: recall %.3f (target: 0.95), precision %.3f (target: 0.98)%n",
                withAddress ? "name, address and number" : "name alone",
                right / 500.0,
                right / (double) (right + wrong));
    }

    private static Described person(List<String> cells, boolean withAddress) {
        var name = (cells.get(1) + " " + cells.get(2)).strip();
        var address =
                cells.subList(3, 9).stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(", "));
        return new Described(
                Kind.PERSON,
                UUID.randomUUID(),
                name,
                null,
                null,
                null,
                withAddress ? PhoneKey.of(cells.get(10)).orElse(null) : null,
                withAddress ? address : null);
    }

    private static void companies(Path file) throws IOException {
        var known = new MemoryCandidates();
        int all = 0;
        int flagged = 0;
        for (var line : Files.readAllLines(file)) {
            var record = organisation(line.substring(0, line.lastIndexOf(';')));
            all++;
            flagged += Matcher.find(record, known).isEmpty() ? 0 : 1;
            known.add(record);
        }
        System.out.printf(
                "Names of companies as filed: %.2f %% called a duplicate (target: at most 0.5)%n",
                100.0 * flagged / all);
    }

    private static Described organisation(String name) {
        return new Described(Kind.ORGANISATION, UUID.randomUUID(), name, null, null, null, null, null);
    }

    /** Names of the words that are in the hard pairs and of made-up ones, so that all of them are frequent. */
    private static Stream<String> madeUpNames(int number) throws IOException {
        var random = new Random(7);
        var words = new ArrayList<String>();
        for (var line : Files.readAllLines(PAIRS.resolve("organisations.csv"))) {
            words.addAll(List.of(line.replaceAll("[^\\p{L}]+", " ").strip().split(" ")));
        }
        var syllables =
                "ba co de fa gi ho ju ka le mi no pa qui ra so tu va wo xe yo za bri cla dro fle gra".split(" ");
        return IntStream.range(0, number).mapToObj(i -> {
            var made = IntStream.range(0, 3)
                    .mapToObj(j -> syllables[random.nextInt(syllables.length)])
                    .collect(Collectors.joining());
            return words.get(random.nextInt(words.size())) + " " + made + " " + words.get(random.nextInt(words.size()));
        });
    }
}
