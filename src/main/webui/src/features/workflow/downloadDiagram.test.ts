import { describe, expect, it } from 'vitest';
import { fileName } from './downloadDiagram';

describe('fileName', () => {
  it('makes a plain file name of any workflow name', () => {
    expect(fileName('Key accounts & Resellers')).toBe('key-accounts-resellers.bpmn');
    expect(fileName('../../x')).toBe('x.bpmn');
    expect(fileName('日本')).toBe('workflow.bpmn');
  });
});
