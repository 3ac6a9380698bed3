import { api, data } from '@/shared/api/client';

export function restoreVersion(ruleSet: string, number: number, comment: string) {
  return data(
    api.POST('/api/rule-sets/{ruleSet}/versions/{number}/restoration', {
      params: { path: { ruleSet, number } },
      body: { comment },
    }),
  );
}
