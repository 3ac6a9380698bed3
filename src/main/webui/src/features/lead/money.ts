/** "$12,500", or a dash for none. */
export function amount(lead: { value?: number | null; currency?: string | null }): string {
  if (lead.value === null || lead.value === undefined) return '–';
  const style = lead.currency ? ({ style: 'currency', currency: lead.currency } as const) : {};
  const digits = Number.isInteger(lead.value) ? 0 : 2;
  return new Intl.NumberFormat('en', { ...style, minimumFractionDigits: digits, maximumFractionDigits: 2 }).format(
    lead.value,
  );
}
