import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { fieldErrors, Problem } from '../api/problem';
import { toast } from '../components/toast';
import { useDraft, type Draft } from './useDraft';

export interface ProblemForm<Values> {
  form: UseFormReturnType<Values>;
  /** What could not be shown at a field: goes into a `ProblemAlert` above the form. */
  problem: Problem | null;
  busy: boolean;
  /** For `<form onSubmit={submit}>`. */
  submit: (event?: React.FormEvent<HTMLFormElement>) => void;
  clear: () => void;
  /** Forgets what was typed: for a button that says so. */
  drop: () => void;
}

/** @param draft what this form is called among those of its page, to keep what is typed in it; null where that must not be kept */
type Settings<Values> = UseFormInput<Values> & { draft: string | null };

/** A Mantine form whose refusals by the server appear at the fields that they are about, and whose text outlives the page. */
export function useProblemForm<Values extends Record<string, unknown>>(
  { draft: name, ...settings }: Settings<Values>,
  send: (values: Values, form: UseFormReturnType<Values>) => Promise<unknown>,
): ProblemForm<Values> {
  const form = useForm<Values>(settings);
  const beginning = settings.initialValues ?? ({} as Values);
  const draft = useDraft(name, beginning);
  useTypedText(form, draft);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    setProblem(null);
    try {
      await send(values, form);
      draft.drop();
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

  return { form, problem, busy, submit, clear: () => setProblem(null), drop: draft.drop };
}

/** Brings back what was typed before, and keeps what is typed now. */
function useTypedText<Values extends Record<string, unknown>>(
  { values, setValues, isDirty }: UseFormReturnType<Values>,
  { restored, keep, drop }: Draft<Values>,
) {
  const began = useRef(false);
  useEffect(() => {
    if (!began.current) {
      began.current = true;
      if (restored) {
        setValues(restored);
        toast.success('What you typed before is here again.');
      }
    } else if (isDirty()) {
      keep(values);
    } else {
      drop();
    }
  }, [values, restored, setValues, isDirty, keep, drop]);
}

/** Every path in the values, as Mantine names fields: `name`, `contacts.0.email`. */
export function pathsOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return prefix ? [prefix] : [];
  if (value instanceof Date || value instanceof File) return [prefix];
  const inner = Object.entries(value).flatMap(([key, each]) => pathsOf(each, prefix ? `${prefix}.${key}` : key));
  return prefix ? [prefix, ...inner] : inner;
}
