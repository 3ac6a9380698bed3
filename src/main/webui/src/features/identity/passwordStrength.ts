export const minimumLength = 10;

export interface PasswordStrength {
  /** 0 to 4. */
  score: number;
  /** What would make it better, or that it is good. */
  hint: string;
}

/** A hint while typing, not a gate: the server decides. Length counts most, repeats and well-known words count nothing. */
export function passwordStrength(password: string, avoid: string[] = []): PasswordStrength {
  if (!password)
    return { score: 0, hint: `At least ${minimumLength} characters; a few words that only you connect are best.` };
  if (password.length < minimumLength) {
    const missing = minimumLength - password.length;
    return { score: 1, hint: `${missing} more ${missing === 1 ? 'character' : 'characters'}.` };
  }
  const lower = password.toLowerCase();
  const known = [...avoid, 'password', 'partnerflow', 'qwerty', '123456', 'welcome'].find(
    (word) => word.length > 3 && lower.includes(word.toLowerCase()),
  );
  if (known) return { score: 1, hint: `Leave out "${known}": it is guessed first.` };
  const different = new Set(lower).size;
  if (different < 6) return { score: 1, hint: 'Use more different characters.' };
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  const score = Math.min(4, 2 + (password.length >= 16 ? 1 : 0) + (kinds >= 3 || password.length >= 20 ? 1 : 0));
  const hints = ['', '', 'Good enough. Longer is better.', 'Good.', 'Very good.'];
  return { score, hint: hints[score] ?? '' };
}
