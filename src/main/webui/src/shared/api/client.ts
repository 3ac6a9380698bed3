import createClient from 'openapi-fetch';
import { Problem } from './problem';
import type { paths } from './schema';

/** The typed client of our REST API: `await data(api.GET('/api/deals/{id}', { params: { path: { id } } }))`. */
export const api = createClient<paths>({
  baseUrl: typeof window === 'undefined' ? 'http://localhost' : window.location.origin,
  fetch: (request) => globalThis.fetch(request),
});

api.use({
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.of(response);
  },
  onError({ error }) {
    return Problem.from(error);
  },
});

/** The body of a successful answer; a refused request rejects with a `Problem`. */
export async function data<T>(request: Promise<{ data?: T }>): Promise<T> {
  return (await request).data as T;
}

/** Sends a file (or a form with files) and answers its JSON: for the few requests that are not JSON themselves. */
export async function upload<T>(path: string, body: FormData | Blob, contentType?: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { method: 'POST', body, headers: contentType ? { 'Content-Type': contentType } : {} });
  } catch (error) {
    throw Problem.from(error);
  }
  if (!response.ok) throw await Problem.of(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
