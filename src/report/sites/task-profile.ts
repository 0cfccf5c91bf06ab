import '../../i18n/later-texts.ts';
import type { Texts } from '../../i18n/translate.ts';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { circleOf, circleOfSite, maySee } from '../../plan/readers/circles.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import type { Circle } from '../../plan/types/common.ts';
import { requiredAreas } from '../../questions/sites/required-rooms.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import type { NoWaves, SiteWaves } from '../../questions/sites/site-waves.ts';
import { agreedLines } from '../needs-joint/agreed-lines.ts';
import { rangeText, residentsSentence, roomLines, roundedText, unitText } from './need-text.ts';
import { firstYearOf, phasesText, stageName } from './register-table.ts';

/** What is demanded, or only wished for. */
export type Binding = 'binding' | 'wish';

export interface ProfileSection {
  readonly key: string;
  readonly heading: string;
  readonly binding: Binding;
  readonly lines: readonly string[];
}

export interface TaskProfile {
  readonly title: string;
  /** Number of this draft: one more than those that were agreed. */
  readonly version: number;
  /** The last agreed one: number and day (ISO; `null` = not stated); `null` = none yet. */
  readonly agreed: { readonly version: number; readonly on: string | null } | null;
  readonly sections: readonly ProfileSection[];
  /** The circle may not see the site: there is no profile for it. */
  readonly isHidden: boolean;
  readonly circle: Circle;
  /** Objects about the site that the circle may not see. */
  readonly leftOut: number;
}

/** Subject by which a decision says that it agrees on a task profile. */
export const PROFILE_SUBJECT = 'task-profile';

export interface ProfileInput {
  readonly plan: Plan | null;
  readonly site: RegisterSite;
  readonly waves: SiteWaves | NoWaves;
  /** Who it is written for. */
  readonly circle: Circle;
}

const ofSite = (decision: ObjectOf<'decisions'>, collection: string, id: string) =>
  decision.subjects.some((subject) => subject.collection === collection && subject.id === id);

/** Decisions that agreed on a task profile of a site, in their order. */
export function agreedProfiles(plan: Plan | null, siteId: string): readonly ObjectOf<'decisions'>[] {
  return plan === null
    ? []
    : visibleObjects(plan, 'decisions', (decision) => ofSite(decision, PROFILE_SUBJECT, siteId));
}

/**
 * The Aufgabenprofil for the investor (`domain.md` § 7.3): what the site requires in figures, rooms and rules, from the dossier and the
 * plan. What the circle may not see is left out and counted.
 */
export function taskProfile({ plan, site, waves, circle }: ProfileInput, t: Texts): TaskProfile {
  let leftOut = 0;
  const seen = <C extends 'participation' | 'decisions' | 'bundles' | 'checkAnswers' | 'agreedFigures'>(
    collection: C,
    where: (object: ObjectOf<C>) => boolean,
  ): ObjectOf<C>[] => {
    if (plan === null) return [];
    const all = visibleObjects(plan, collection, where);
    const shown = all.filter((object) => maySee(circle, circleOf(plan, collection, object)));
    leftOut += all.length - shown.length;
    return shown;
  };
  const bundles = seen('bundles', (bundle) => bundle.siteId === site.id && bundle.decision === 'accepted');
  const entries = seen('participation', (entry) => entry.siteId === site.id);
  const decisions = seen('decisions', (decision) => ofSite(decision, 'sites', site.id));
  const unmet = seen('checkAnswers', (answer) => answer.siteId === site.id && answer.result === 'unmet');
  const districtNames = new Map(site.path.map(({ id, name }) => [id, name]));
  const figures = seen('agreedFigures', ({ districtId }) => districtNames.has(districtId));
  const agreed = agreedProfiles(plan, site.id);
  const last = agreed.at(-1) ?? null;
  const isHidden = !maySee(circle, plan === null ? site.circle : circleOfSite(plan, site.id));
  const sections: ProfileSection[] = [
    section('project', 'binding', projectLines(site, t), t),
    section(
      'need',
      'binding',
      [...needLines(waves, t), ...agreedLines(figures, (id) => districtNames.get(id) ?? id, t)],
      t,
    ),
    section('rooms', 'binding', typeof waves === 'string' ? [] : roomTexts(waves, t), t),
    section(
      'quality',
      'binding',
      [t('sites.profile-quality-access'), t('sites.profile-quality-child'), ...unmetLines(unmet, t)],
      t,
    ),
    section('mix', 'binding', mixLines(site, t), t),
    section(
      'combination',
      'wish',
      bundles.map(({ name }) => name),
      t,
    ),
    section('carrier', 'wish', [t('sites.profile-carrier')], t),
    section(
      'participation',
      'binding',
      [t('sites.profile-participation'), ...entries.map(({ title, date }) => `${t.format.date(date)}: ${title}`)],
      t,
    ),
    section('timetable', 'binding', timetableLines(site, waves, t), t),
    section('payment', 'wish', [t('sites.profile-payment')], t),
    section('green', 'binding', greenLines(waves, t), t),
    section('versions', 'binding', versionLines(site, decisions, t), t),
    section('monitoring', 'binding', [t('sites.profile-monitoring')], t),
  ];
  return {
    title: site.name,
    version: agreed.length + 1,
    agreed: last === null ? null : { version: agreed.length, on: last.date },
    sections: isHidden ? [] : sections,
    isHidden,
    circle,
    leftOut,
  };
}

function section(key: string, binding: Binding, lines: readonly string[], t: Texts): ProfileSection {
  const look = t as unknown as (text: string) => string;
  return {
    key,
    heading: look(`sites.profile-head-${key}`),
    binding,
    lines: lines.length === 0 ? [t('missing.long')] : lines,
  };
}

const stated = (label: string, value: string | null, t: Texts) => `${label}: ${value ?? t('missing.short')}`;

function projectLines(site: RegisterSite, t: Texts): string[] {
  const whole = (value: number | null, unit?: string) =>
    value === null ? null : unit === undefined ? t.format.number(value, 0) : t.format.unit(value, unit, 0);
  const year = firstYearOf(site);
  return [
    stated(t('sites.filter-district'), site.path.map(({ name }) => name).join(', ') || null, t),
    stated(t('details.stage'), `${site.stage} ${stageName(site.stage, t)}`, t),
    stated(t('details.dwellings'), whole(site.dwellings), t),
    stated(t('details.dwellings-lost'), whole(site.dwellingsLost), t),
    stated(t('details.floor-area'), whole(site.floorAreaSquareMeters, 'm²'), t),
    stated(t('sites.plot-area'), whole(site.areaSquareMeters, 'm²'), t),
    stated(t('details.first-occupancy'), year === null ? null : String(year), t),
    stated(t('details.phases'), phasesText(site, t), t),
    stated(t('details.owner'), site.owner, t),
  ];
}

function needLines(waves: SiteWaves | NoWaves, t: Texts): string[] {
  if (typeof waves === 'string') return [t(`sites.${waves}`)];
  return [
    residentsSentence(waves, t),
    // What is only reached is no number that an investor could build.
    ...waves.services
      .filter(({ indicator }) => indicator.model !== 'reach')
      .map(({ indicator, peak }) => {
        const need = t('sites.profile-need', {
          service: t(`service.${indicator.service}`),
          peak: rangeText(peak, t),
          unit: unitText(indicator, t),
          year: String(peak.year),
        });
        if (indicator.rounding.kind === 'whole') return need;
        return t('sites.profile-need-rounded', { need, rounded: roundedText(peak.value, indicator, t) });
      }),
    t('sites.profile-need-rule'),
  ];
}

function roomTexts(waves: SiteWaves, t: Texts): string[] {
  return roomLines(waves, requiredAreas(waves), t).map(({ label, value, basis }) => `${label}: ${value} (${basis})`);
}

function unmetLines(unmet: readonly ObjectOf<'checkAnswers'>[], t: Texts): string[] {
  const look = t as unknown as (key: string) => string;
  return unmet.map(({ item, note }) => {
    const question = t.has(`sites.check-${item}`) ? look(`sites.check-${item}`) : item;
    return note === null ? question : `${question} ${note}`;
  });
}

function mixLines(site: RegisterSite, t: Texts): string[] {
  const share = site.subsidisedShare;
  return [
    stated(t('details.subsidised'), share === null ? null : t.format.percent(share), t),
    stated(
      t('details.dwelling-type'),
      site.dwellingType === null ? null : t(`details.dwelling-${site.dwellingType}`),
      t,
    ),
  ];
}

function timetableLines(site: RegisterSite, waves: SiteWaves | NoWaves, t: Texts): string[] {
  const year = firstYearOf(site);
  const lines = year === null ? [] : [t('sites.profile-before', { year: String(year) })];
  if (typeof waves === 'string') return lines;
  const kita = waves.services.filter(({ indicator }) => indicator.service.startsWith('kita-'));
  return [
    ...lines,
    ...kita.map(
      ({ indicator, peak }) =>
        `${t(`service.${indicator.service}`)}: ${t('sites.in-year', { year: String(peak.year) })}`,
    ),
  ];
}

function greenLines(waves: SiteWaves | NoWaves, t: Texts): string[] {
  if (typeof waves === 'string') return [];
  const { playSquareMeters, greenSquareMeters, privatePlaySquareMeters } = requiredAreas(waves);
  const line = (key: 'playSquareMeters' | 'greenSquareMeters' | 'privatePlaySquareMeters', value: number | null) =>
    value === null ? [] : [`${t(`sites.room-${key}`)}: ${t.format.unit(value, 'm²', 0)}`];
  return [
    ...line('playSquareMeters', playSquareMeters),
    ...line('greenSquareMeters', greenSquareMeters),
    ...line('privatePlaySquareMeters', privatePlaySquareMeters),
    t('sites.profile-maintenance'),
  ];
}

function versionLines(site: RegisterSite, decisions: readonly ObjectOf<'decisions'>[], t: Texts): string[] {
  return [
    stated(t('sites.column-contact'), site.contactRole, t),
    ...decisions.map(({ title, date, reference }) =>
      [title, date === null ? null : t.format.date(date), reference === null ? null : `GRDrs ${reference}`]
        .filter((part) => part !== null)
        .join(', '),
    ),
  ];
}
