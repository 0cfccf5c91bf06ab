import type { BundleRules } from './need-calls.ts';

/** Assumptions of a search that nobody has changed: ten to fifteen minutes on foot, three years, no shared area, four needs. */
export const DEFAULT_BUNDLE_RULES: BundleRules = { walkMeters: 1000, monthsApart: 36, sharedShare: 0, mostNeeds: 4 };
