import { describe, expect, it } from 'vitest';
import { refusal } from './boundaries.js';

describe('boundaries', () => {
  it('lets the app use features and features use shared', () => {
    expect(refusal('app/features.ts', 'features/deal/routes')).toBeNull();
    expect(refusal('features/deal/DealPage.tsx', 'shared/components/Page')).toBeNull();
  });

  it('lets a feature use the features that its Java package may use', () => {
    expect(refusal('features/deal/DealPage.tsx', 'features/partner/PartnerPicker')).toBeNull();
    expect(refusal('features/support/RequestPage.tsx', 'features/audit/History')).toBeNull();
  });

  it('refuses arrows that point back', () => {
    expect(refusal('shared/components/Page.tsx', 'features/deal/DealPage')).toContain('shared knows nothing');
    expect(refusal('features/deal/DealPage.tsx', 'app/router')).toContain('does not import the app');
    expect(refusal('features/partner/AccountPage.tsx', 'features/deal/DealPage')).toContain('may not use');
  });
});
