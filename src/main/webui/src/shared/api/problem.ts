export interface Violation {
  field: string;
  message: string;
}

/** What the server answered when it refused (RFC 9457), or status 0 when it could not be reached. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly violations: Violation[];
  /** The whole problem document, for members of one kind of problem (who took the lead, what changed ...). */
  readonly document: Record<string, unknown>;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, document: Record<string, unknown>, retryAfterSeconds?: number) {
    super(textOf(status, document));
    this.name = 'Problem';
    this.status = status;
    this.title = typeof document.title === 'string' ? document.title : 'Something went wrong';
    this.violations = violationsOf(document.violations);
    this.document = document;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  static async of(response: Response): Promise<Problem> {
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
    let document: unknown;
    try {
      document = await response.json();
    } catch {
      document = {}; // a proxy may answer with a page instead of a problem document
    }
    return new Problem(
      response.status,
      isObject(document) ? document : {},
      Number.isFinite(seconds) ? seconds : undefined,
    );
  }

  static unreachable(): Problem {
    return new Problem(0, { title: 'No connection' });
  }

  /** Any thrown thing as a problem, so that a page has one way to show it. */
  static from(error: unknown): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) return Problem.unreachable();
    return new Problem(-1, { detail: error instanceof Error ? error.message : String(error) });
  }

  get isUnreachable() {
    return this.status === 0;
  }
}

function textOf(status: number, document: Record<string, unknown>): string {
  if (typeof document.detail === 'string' && document.detail) return document.detail;
  const violations = violationsOf(document.violations);
  if (violations.length > 0) return violations.map((violation) => violation.message).join(' ');
  switch (status) {
    case 0:
      return 'The server cannot be reached. Check the connection, then try again.';
    case 401:
      return 'Your session has ended. Log in again.';
    case 403:
      return 'You do not have the permission for this. Ask an administrator of your organisation.';
    case 404:
      return 'This does not exist, or you may not see it.';
    case 413:
      return 'This is larger than the server accepts.';
    case 429:
      return 'Too many tries. Wait a moment, then try again.';
    case 503:
      return 'The server is busy or being restarted. Try again in a moment.';
    default:
      return typeof document.title === 'string' && status > 0 && status < 500
        ? document.title
        : 'Something went wrong on our side. Try again; if it stays, tell your administrator.';
  }
}

function violationsOf(value: unknown): Violation[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) =>
    isObject(each) && typeof each.message === 'string'
      ? [{ field: typeof each.field === 'string' ? each.field : '', message: each.message }]
      : [],
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Sorts the violations of a problem to the fields of a form: `errors` for the fields that the form has, `rest` for
 * what it does not show and must be said above it. Bean paths such as `create.request.contacts[0].email` are matched by their longest end.
 */
export function fieldErrors(problem: Problem, fields: string[]): { errors: Record<string, string>; rest: string[] } {
  const errors: Record<string, string> = {};
  const rest: string[] = [];
  for (const violation of problem.violations) {
    const path = violation.field.replace(/\[(\w+)]/g, '.$1');
    const field = ends(path).find((end) => fields.includes(end));
    if (field && !errors[field]) errors[field] = violation.message;
    else if (!field) rest.push(violation.field ? `${violation.field}: ${violation.message}` : violation.message);
  }
  return { errors, rest };
}

function ends(path: string): string[] {
  const parts = path.split('.');
  return parts.map((_, index) => parts.slice(index).join('.'));
}
