import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { fieldErrors, Problem } from '../api/problem';

export interface ProblemForm<Values> {
  form: UseFormReturnType<Values>;
  /** What could not be shown at a field: goes into a `ProblemAlert` above the form. */
  problem: Problem | null;
  busy: boolean;
  /** For `<form onSubmit={submit}>`. */
  submit: (event?: React.FormEvent<HTMLFormElement>) => void;
  clear: () => void;
}

/** A Mantine form whose refusals by the server appear at the fields that they are about. */
export function useProblemForm<Values extends Record<string, unknown>>(
  input: UseFormInput<Values>,
  send: (values: Values, form: UseFormReturnType<Values>) => Promise<unknown>,
): ProblemForm<Values> {
  const form = useForm<Values>(input);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    setProblem(null);
    try {
      await send(values, form);
    } catch (error) {
      const refused = Problem.from(error);
      const { errors, rest } = fieldErrors(refused, pathsOf(values));
      form.setErrors(errors);
      if (Object.keys(errors).length === 0) setProblem(refused);
      else if (rest.length > 0) setProblem(new Problem(refused.status, { detail: rest.join(' ') }));
    } finally {
      setBusy(false);
    }
  });

  return { form, problem, busy, submit, clear: () => setProblem(null) };
}

/** Every path in the values, as Mantine names fields: `name`, `contacts.0.email`. */
export function pathsOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return prefix ? [prefix] : [];
  if (value instanceof Date || value instanceof File) return [prefix];
  const inner = Object.entries(value).flatMap(([key, each]) => pathsOf(each, prefix ? `${prefix}.${key}` : key));
  return prefix ? [prefix, ...inner] : inner;
}
