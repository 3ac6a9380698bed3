import { describe, expect, it } from 'vitest';
import { lackingName, valueOf, whyNoValue } from './lackingValue';

describe('[W12] a value that a process lacks', () => {
  it('is named by the cause where that says so', () => {
    expect(lackingName('At “Large?” it cannot decide. Nothing is called “amount” here.')).toBe('amount');
    expect(lackingName('The called process cannot begin.')).toBe('');
  });

  it('is of its kind, or refused in words', () => {
    expect(valueOf(' 1250.50 ', 'Number')).toBe(1250.5);
    expect(valueOf('Yes', 'Yes or no')).toBe(true);
    expect(valueOf('no', 'Yes or no')).toBe(false);
    expect(valueOf(' East ', 'Text')).toBe('East');
    expect(whyNoValue('many', 'Number')).toBe('Expected a number such as 1250.50.');
    expect(whyNoValue('', 'Number')).not.toBeNull();
    expect(whyNoValue('maybe', 'Yes or no')).toBe('Expected yes or no.');
    expect(whyNoValue(' ', 'Text')).toBe('Expected a value.');
    expect(whyNoValue('0', 'Number')).toBeNull();
  });
});
