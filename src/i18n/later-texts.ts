import { circlesDe } from './de/circles.ts';
import { demoPlanDe } from './de/demo-plan.ts';
import { gapMapDe } from './de/gap-map.ts';
import { indicatorsDe } from './de/indicators.ts';
import { measuresDe } from './de/measures.ts';
import { needsDe } from './de/needs.ts';
import { needsJointDe } from './de/needs-joint.ts';
import { plansDe } from './de/plans.ts';
import { reportDe } from './de/report.ts';
import { siteChecksDe } from './de/site-checks.ts';
import { sitesDe } from './de/sites.ts';
import { circlesEn } from './en/circles.ts';
import { demoPlanEn } from './en/demo-plan.ts';
import { gapMapEn } from './en/gap-map.ts';
import { indicatorsEn } from './en/indicators.ts';
import { measuresEn } from './en/measures.ts';
import { needsEn } from './en/needs.ts';
import { needsJointEn } from './en/needs-joint.ts';
import { plansEn } from './en/plans.ts';
import { reportEn } from './en/report.ts';
import { siteChecksEn } from './en/site-checks.ts';
import { sitesEn } from './en/sites.ts';
import { addTexts } from './translate.ts';

/** Texts of everything that is loaded after the first map. */
export const LATER_DE = {
  ...circlesDe,
  ...demoPlanDe,
  ...gapMapDe,
  ...indicatorsDe,
  ...measuresDe,
  ...needsDe,
  ...needsJointDe,
  ...plansDe,
  ...reportDe,
  ...siteChecksDe,
  ...sitesDe,
};
const LATER_EN: Readonly<Record<keyof typeof LATER_DE, string>> = {
  ...circlesEn,
  ...demoPlanEn,
  ...gapMapEn,
  ...indicatorsEn,
  ...measuresEn,
  ...needsEn,
  ...needsJointEn,
  ...plansEn,
  ...reportEn,
  ...siteChecksEn,
  ...sitesEn,
};

// Whoever uses one of these texts imports this module; a test sees to it.
addTexts({ de: LATER_DE, en: LATER_EN });
