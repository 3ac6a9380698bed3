import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import drafts from './drafts.js';

function findings(code) {
  return new Linter().verify(code, {
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: { 'no-restricted-syntax': ['error', drafts] },
  });
}

describe('drafts', () => {
  it('[F8.1] refuses a text area that forgets what was typed', () => {
    const dialog = "const [note, setNote] = useState(''); export const part = <Textarea value={note} />;";
    expect(findings(dialog)).toHaveLength(1);
    expect(findings(`const draft = useDraft('note', ''); ${dialog}`)).toHaveLength(0);
    expect(findings("export const part = <Textarea {...form.getInputProps('note')} />;")).toHaveLength(0);
  });
});
