import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import { editSite } from '../../../src/plan/actions/edit-site.ts';
import type { Circle } from '../../../src/plan/types/common.ts';
import { siteRegister } from '../../../src/questions/sites/site-register.ts';
import { computeSiteWaves } from '../../../src/questions/sites/site-waves.ts';
import { PROFILE_SUBJECT, taskProfile } from '../../../src/report/sites/task-profile.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { smallPlan } from '../../plan/plan-fixtures.ts';

const city = tinyCity();
const [garden, dam] = siteRegister(city, { plan: null, scenarioId: null }, createDistrictLocator(city.districts)).sites;
const t = createTexts('de');
const wavesOf = (site: typeof garden) => computeSiteWaves(site!, DEFAULT_CATALOGUE, '06-30');

function planWithLog() {
  const plan = smallPlan();
  const entry = {
    siteId: garden!.id,
    date: '2026-05-06',
    method: null,
    groupsReached: [],
    groupsNotReached: [],
    groupsNotTried: [],
    answer: null,
    by: 'Jugendamt',
  };
  const add = (id: string, circle: Circle, title: string) =>
    addObject(plan, { collection: 'participation', object: { ...entry, id, circle, title } });
  add('offen', 'public', 'Streifzug');
  add('intern', 'agsp', 'Gespräch mit dem Investor');
  return plan;
}

const profileFor = (circle: Circle, plan = planWithLog()) =>
  taskProfile({ plan, site: garden!, waves: wavesOf(garden), circle }, t);
const linesOf = (profile: ReturnType<typeof profileFor>, key: string) =>
  profile.sections.find((section) => section.key === key)!.lines;

describe('the task profile', () => {
  it('has the thirteen parts, each binding or a wish', () => {
    const { sections } = profileFor('agsp');
    expect(sections).toHaveLength(13);
    expect(sections.filter(({ binding }) => binding === 'wish').map(({ key }) => key)).toEqual([
      'combination',
      'carrier',
      'payment',
    ]);
    // What nobody has said is no empty space.
    expect(linesOf(profileFor('agsp'), 'combination')).toEqual([t('missing.long')]);
  });

  it('states the need with its range and what it means in rooms', () => {
    const profile = profileFor('agsp');
    expect(linesOf(profile, 'need')[0]).toContain('120 Wohnungen');
    expect(linesOf(profile, 'need').some((line) => /^Kita U3: .+\(.+–.+\) Plätze/.test(line))).toBe(true);
    expect(linesOf(profile, 'rooms').some((line) => line.startsWith('Grundstück Kita'))).toBe(true);
    expect(linesOf(profile, 'mix')).toContain('Davon gefördert: 30\u202f%');
  });

  it('contains what its circle may see, and says how much it leaves out', () => {
    const inner = profileFor('agsp');
    expect(inner.leftOut).toBe(0);
    expect(linesOf(inner, 'participation')).toContain('06.05.2026: Gespräch mit dem Investor');
    // Whatever the entries say: a site that nobody has opened is for the AGSP.
    expect(profileFor('public')).toMatchObject({ isHidden: true, sections: [], leftOut: 2 });
    const plan = planWithLog();
    editSite(plan, { siteId: garden!.id, scenarioId: null, edits: [], circle: 'public' });
    const open = profileFor('public', plan);
    expect(open).toMatchObject({ isHidden: false, leftOut: 1 });
    expect(linesOf(open, 'participation')).toContain('06.05.2026: Streifzug');
    expect(linesOf(open, 'participation').join()).not.toContain('Investor');
  });

  it('counts the versions that were agreed', () => {
    expect(profileFor('agsp')).toMatchObject({ version: 1, agreed: null });
    const plan = planWithLog();
    addObject(plan, {
      collection: 'decisions',
      object: {
        id: 'fassung-1',
        circle: 'agsp',
        title: 'Aufgabenprofil, Fassung 1',
        text: '',
        date: '2026-06-01',
        body: 'AGSP',
        reference: null,
        agreedBy: [],
        subjects: [
          { collection: 'sites', id: garden!.id },
          { collection: PROFILE_SUBJECT, id: garden!.id },
        ],
        frozen: null,
      },
    });
    expect(profileFor('agsp', plan)).toMatchObject({ version: 2, agreed: { version: 1, on: '2026-06-01' } });
  });

  it('of a site without dwellings says that its need is not known', () => {
    const profile = taskProfile({ plan: null, site: dam!, waves: wavesOf(dam), circle: 'agsp' }, t);
    expect(linesOf(profile, 'need')[0]).toMatch(/^Weder Wohnungen noch Geschossfläche/);
    expect(linesOf(profile, 'project')).toContain('Wohnungen: k. A.');
  });
});
