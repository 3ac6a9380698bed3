package org.partnerflow.identity.proof;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many things one has to guess to guess a password, at the least: a common word counts as two however long it is, a row of keys, a
 * year or a repetition as one, a letter as one, a digit or a sign as a half.
 */
final class PasswordStrength {
    private static final double ENOUGH = 6;
    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_ROW = 3;
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final Pattern DATE = Pattern.compile(
            "[0-9]{1,2}[./-]?[0-9]{1,2}[./-]?(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}[./-]?[0-9]{1,2}[./-]?[0-9]{1,2}");
    private static final int LONGEST_DATE = 10;
    private static final List<String> ROWS = Stream.of(
                    "abcdefghijklmnopqrstuvwxyz",
                    "01234567890",
                    "qwertyuiop",
                    "qwertzuiop",
                    "azertyuiop",
                    "asdfghjkl",
                    "qsdfghjklm",
                    "zxcvbnm",
                    "yxcvbnm",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "q1w2e3r4t5y6u7i8o9p0",
                    "qazwsxedcrfvtgbyhnujm",
                    "!@#$%^&*()",
                    "!\"§$%&/()=")
            .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
            .toList();

    private PasswordStrength() {}

    /** @param ownWords what everybody knows who knows the person: counts nothing */
    static boolean isGuessable(String lowerCase, Set<String> ownWords) {
        int length = lowerCase.length();
        var least = new double[length + 1];
        for (int end = 1; end <= length; end++) {
            least[end] = least[end - 1] + (Character.isLetter(lowerCase.charAt(end - 1)) ? 1 : 0.5);
            for (int begin = end - 2; begin >= 0; begin--) {
                var piece = lowerCase.substring(begin, end);
                least[end] = Math.min(least[end], least[begin] + cost(piece, lowerCase.substring(0, begin), ownWords));
            }
        }
        return least[length] < ENOUGH;
    }

    private static double cost(String piece, String before, Set<String> ownWords) {
        if (ownWords.contains(piece)) {
            return 0;
        }
        if (before.endsWith(piece) || isRow(piece) || YEAR.matcher(piece).matches()) {
            return 1;
        }
        return isWord(piece) || isDate(piece) ? 2 : Double.POSITIVE_INFINITY;
    }

    private static boolean isRow(String piece) {
        return piece.length() >= SHORTEST_ROW
                && (piece.chars().distinct().count() == 1 || ROWS.stream().anyMatch(row -> row.contains(piece)));
    }

    private static boolean isDate(String piece) {
        return piece.length() >= 6
                && piece.length() <= LONGEST_DATE
                && DATE.matcher(piece).matches();
    }

    /** Also where digits and signs stand for letters: {@code p@ssw0rd}. */
    private static boolean isWord(String piece) {
        if (piece.length() < SHORTEST_WORD || piece.length() > CommonPasswords.LONGEST) {
            return false;
        }
        var letters = piece.replace('0', 'o')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
        return CommonPasswords.contains(piece)
                || CommonPasswords.contains(letters.replace('1', 'i').replace('!', 'i'))
                || CommonPasswords.contains(letters.replace('1', 'l').replace('!', 'l'));
    }
}
