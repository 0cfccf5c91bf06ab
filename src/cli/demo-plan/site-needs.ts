import type { DemoFigures } from './demo-figures.ts';
import type { DemoGround, Ground } from './demo-ground.ts';
import { EXAMPLE_PAPER, statusChain } from './need-chain.ts';
import { momentAfter } from './plan-days.ts';
import type { PlanScript } from './plan-script.ts';
import { draftOfKind, moveNeed, reportNeed } from './report-need.ts';

/** Sites under way, the largest first: what needs and measures refer to. */
export function largestSites(ground: DemoGround): readonly Ground[] {
  return ground.sites
    .filter(({ site }) => site!.sideState === null && site!.stage >= 2 && site!.stage <= 11 && site!.dwellings !== null)
    .sort((a, b) => b.site!.dwellings! - a.site!.dwellings! || (a.id < b.id ? -1 : 1));
}

/** Places for children of 3 and older per 100 dwellings in whole groups of 20; the peak of the site model (`domain.md` § 2.5). */
function groupsOf(dwellings: number): number {
  return Math.max(1, Math.round((dwellings * 2.4 * 0.041 * (3.5 / 3)) / 20));
}

/** Needs that the largest sites themselves bring: Kita places, and a common room on the ground floor. */
export function reportSiteNeeds(script: PlanScript, ground: DemoGround, figures: DemoFigures): readonly string[] {
  return largestSites(ground)
    .slice(0, 4)
    .flatMap((at, i) => {
      const day = i < 2 ? '2025-10-14' : '2026-03-17';
      const until = (['secured', 'decided', 'checked', 'reported'] as const)[i]!;
      const place = { kind: 'site', siteId: at.id } as const;
      const groups = groupsOf(at.site!.dwellings!);
      const neededBy = `${at.site!.firstOccupancy ?? 2030}-09-01`;
      const where = { place, borough: at.borough, title: at.name };
      const kita = {
        ...draftOfKind('kita-ue3', `bedarf-vorhaben-${i + 1}-kita`, where, neededBy, figures, momentAfter(day, i)),
        title: `Kita im Vorhaben, ${groups} ${groups === 1 ? 'Gruppe' : 'Gruppen'}, ${at.name}`,
        quantity: groups * 20,
        roomSquareMeters: groups * 205,
        plotSquareMeters: groups * 620,
        reasonKind: 'judgement' as const,
        reason: `${at.site!.dwellings} Wohnungen bringen in der Spitze rund ${groups * 20} Kinder ab 3 Jahren.`,
        combinable: false,
        combinableNote: 'Im Vorhaben selbst unterzubringen.',
        ...(i < 2 ? { evidence: null, reference: EXAMPLE_PAPER } : {}),
      };
      const room = {
        id: `bedarf-vorhaben-${i + 1}-raum`,
        departmentId: 'stadtplanungsamt' as const,
        title: `Gemeinschaftsraum im Erdgeschoss, ${at.name}`,
        place,
        topic: 'Gemeinschaftsraum',
        targetGroup: 'Nachbarschaft alt und neu',
        roomSquareMeters: 90,
        requirements: ['ground-floor', 'square', 'own-entrance'],
        urgency: 'wish' as const,
        reasonKind: 'judgement' as const,
        reason: 'Alte und neue Nachbarschaft brauchen einen Ort; im Umfeld ist keiner frei.',
        combinable: true,
        circle: 'public' as const,
      };
      reportNeed(script, kita, momentAfter(day, i));
      reportNeed(script, room, momentAfter(day, i, 40));
      moveNeed(script, kita, statusChain(until, day, i, null, 'jugendamt'));
      moveNeed(script, room, statusChain(i < 2 ? 'checked' : 'reported', day, i, null, 'stadtplanungsamt'));
      return [kita.id, room.id];
    });
}
