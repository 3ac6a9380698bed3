import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { render } from '@/shared/testing/render';
import { ProblemList, summary } from './ProblemList';

describe('ProblemList', () => {
  it('opens the element of a problem', async () => {
    const open = vi.fn();
    render(
      <ProblemList
        busy={false}
        onOpen={open}
        problems={[{ elementId: 'Stage_A', severity: 'ERROR', message: 'Nothing leads to the stage "A".' }]}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: /Nothing leads to the stage/ }));
    expect(open).toHaveBeenCalledWith('Stage_A');
  });
});

describe('summary', () => {
  it('counts errors and warnings in words', () => {
    expect(summary(0, 0)).toBe('No problems found');
    expect(summary(1, 2)).toBe('1 error to mend before publishing, 2 warnings');
  });
});
