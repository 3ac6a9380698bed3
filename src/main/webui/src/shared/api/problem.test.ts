import { describe, expect, it } from 'vitest';
import { fieldErrors, Problem } from './problem';

describe('Problem', () => {
  it('says what the problem document says', async () => {
    const problem = await Problem.of(
      new Response(
        JSON.stringify({ title: 'Conflict', status: 409, detail: 'Ada Hill took this lead.', owner: 'Ada Hill' }),
        {
          status: 409,
        },
      ),
    );
    expect(problem.message).toBe('Ada Hill took this lead.');
    expect(problem.document.owner).toBe('Ada Hill');
  });

  it('survives an answer that is not a problem document', async () => {
    const problem = await Problem.of(new Response('<html>Bad gateway</html>', { status: 502 }));
    expect(problem.status).toBe(502);
    expect(problem.message).toContain('Try again');
  });

  it('knows how long to wait', async () => {
    const problem = await Problem.of(new Response('{}', { status: 429, headers: { 'Retry-After': '12' } }));
    expect(problem.retryAfterSeconds).toBe(12);
  });

  it('tells a lost connection from a fault', () => {
    expect(Problem.from(new TypeError('Failed to fetch')).isUnreachable).toBe(true);
    expect(Problem.from(new TypeError('x is not a function')).isUnreachable).toBe(false);
  });
});

describe('fieldErrors', () => {
  const problem = new Problem(400, {
    violations: [
      { field: 'create.form.name', message: 'Expected a name.' },
      { field: 'contacts[0].email', message: 'Expected an email address.' },
      { field: 'organisation', message: 'Expected one of yours.' },
    ],
  });

  it('puts each violation at the field that it is about', () => {
    const { errors } = fieldErrors(problem, ['name', 'contacts', 'contacts.0.email']);
    expect(errors).toEqual({ name: 'Expected a name.', 'contacts.0.email': 'Expected an email address.' });
  });

  it('keeps what the form has no field for', () => {
    expect(fieldErrors(problem, ['name', 'contacts.0.email']).rest).toEqual(['organisation: Expected one of yours.']);
  });
});
