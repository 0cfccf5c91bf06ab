import '../../i18n/later-texts.ts';
import type { Texts } from '../../i18n/translate.ts';
import { type CheckEvidence, type ComputedAnswer, OPEN } from './check-evidence.ts';
import type { CheckQuestion } from './check-questions.ts';
import { residentsSentence } from './need-text.ts';
import { meetingAnswer, neededAnswer, placesAnswer, reachAnswer, scoreAnswer, wayToSchool } from './service-answers.ts';
import { sharedHouseAnswer } from './shared-house-answer.ts';
import {
  burdenAnswer,
  dailyAnswer,
  plotsAnswer,
  shelterAnswer,
  socialAnswer,
  stopAnswer,
  toiletAnswer,
} from './surroundings-answers.ts';

const SUBSIDISED_SHARE = 0.3;

/** What can be said about a question without a person: the result with its evidence, or that a layer is missing. */
export function computedAnswer(question: CheckQuestion, known: CheckEvidence, t: Texts): ComputedAnswer {
  const { site, waves, surroundings } = known;
  switch (question.number) {
    case 1:
      return typeof waves === 'string'
        ? { ...OPEN, evidence: t(`sites.${waves}`) }
        : { result: 'met', evidence: residentsSentence(waves, t), layer: null };
    case 2:
      return placesAnswer(['kita-u3', 'kita-ue3'], known, t);
    case 3:
      return placesAnswer(['grundschule'], known, t);
    case 4:
      return placesAnswer(['ganztag'], known, t);
    case 5:
      return reachAnswer(['hausarzt', 'kinderarzt'], known, t);
    case 6:
      return placesAnswer(['pflege'], known, t);
    case 7:
      return meetingAnswer(known, t);
    case 9:
      return reachAnswer(['spielplatz-0-6', 'spielplatz-6-12'], known, t);
    case 10:
      return reachAnswer(['spielplatz-12-18'], known, t);
    case 11:
      return scoreAnswer('spielflaeche', known, t);
    case 12:
      return wayToSchool(known, t);
    case 13:
      return neededAnswer(waves, 'privatePlaySquareMeters', t);
    case 14:
      return neededAnswer(waves, 'kitaOutdoorSquareMeters', t);
    case 19:
      return scoreAnswer('gruen-nah', known, t);
    case 20:
      return dailyAnswer(surroundings, t);
    case 21:
      return burdenAnswer(known, t);
    case 23:
      return stopAnswer(surroundings, t);
    case 26:
      return toiletAnswer(surroundings, t);
    case 28:
      return subsidisedAnswer(known, t);
    case 29:
      return socialAnswer(surroundings, t);
    case 32:
      return shelterAnswer(surroundings, t);
    case 33:
      return site.owner === null
        ? { ...OPEN, layer: 'ownership' }
        : { ...OPEN, evidence: t('sites.evidence-owner', { owner: site.owner }) };
    case 34:
      return plotsAnswer(surroundings, t);
    case 36:
      return sharedHouseAnswer(known, t);
    case 39:
      return {
        result: known.bundles > 0 ? 'met' : 'open',
        evidence: t.count('sites.evidence-bundles', known.bundles),
        layer: null,
      };
    case 40:
      return site.nextDate === null
        ? OPEN
        : { result: 'met', evidence: t('sites.evidence-date', { date: t.format.date(site.nextDate) }), layer: null };
    default:
      return { ...OPEN, layer: question.layer };
  }
}

/** Enough subsidised dwellings by the city's rule, where the mix is known. */
function subsidisedAnswer({ site: { subsidisedShare } }: CheckEvidence, t: Texts): ComputedAnswer {
  if (subsidisedShare === null) return { ...OPEN, layer: 'units' };
  return {
    result: subsidisedShare >= SUBSIDISED_SHARE ? 'met' : 'unmet',
    evidence: t('sites.evidence-share', { value: t.format.percent(subsidisedShare) }),
    layer: null,
  };
}
