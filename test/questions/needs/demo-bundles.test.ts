import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCity } from '../../../src/city/open-city.ts';
import { readCity } from '../../../src/city/read-city.ts';
import type { CityContent } from '../../../src/city/types.ts';
import { buildDemoIfStale } from '../../../src/cli/build-if-stale.ts';
import { planOfPackage } from '../../../src/cli/demo-plan/plan-of-package.ts';
import type { PlantedSets } from '../../../src/cli/demo-plan/planted-sets.ts';
import { folderPackageSource } from '../../../src/cli/package-folder.ts';
import { readPlan } from '../../../src/document/read-plan.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { type CityModel, createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { type Land, landOf } from '../../../src/questions/needs/bundle-places.ts';
import { bundleQuestionOf } from '../../../src/questions/needs/bundle-question.ts';
import { DEFAULT_BUNDLE_RULES } from '../../../src/questions/needs/bundle-rules.ts';
import { explainSet } from '../../../src/questions/needs/explain-set.ts';
import type { BundleAnswer, BundleQuestion } from '../../../src/questions/needs/need-calls.ts';
import { proposeBundles } from '../../../src/questions/needs/propose-bundles.ts';

const root = join(import.meta.dirname, '..', '..', '..');

describe('bundles of the demo city', () => {
  let city: CityContent;
  let plan: Plan;
  let planted: PlantedSets;
  let model: CityModel;
  let land: readonly Land[];
  let question: BundleQuestion;
  let answer: BundleAnswer;

  beforeAll(async () => {
    await buildDemoIfStale(root);
    const source = folderPackageSource(join(root, 'public', 'city', 'demo'));
    const made = await planOfPackage(source);
    planted = made.planted;
    plan = readPlan(made.bytes);
    city = await readCity(await openCity(source));
    model = createCityModel(city);
    land = landOf(city, plan, null);
    question = bundleQuestionOf(plan, null, DEFAULT_BUNDLE_RULES);
    answer = proposeBundles(model, land, question);
  });

  const shown = ({ needIds, rule, place }: BundleAnswer['proposals'][number]) => ({
    needIds: [...needIds],
    rule,
    place: `${place.kind} ${place.id}`,
  });

  it('are all twelve that were planted, each with its deciding rule on its own place, and no other', () => {
    expect(planted.bundles.length).toBe(12);
    const expected = planted.bundles.map(({ needIds, rule, place }) => ({
      needIds: [...needIds].sort(),
      rule,
      place: `${place.kind} ${place.id}`,
    }));
    const byFirst = (a: { needIds: string[] }, b: { needIds: string[] }) => (a.needIds[0]! < b.needIds[0]! ? -1 : 1);
    expect(answer.proposals.map(shown).sort(byFirst)).toEqual(expected.sort(byFirst));
  });

  it('are none of the twelve near misses, and each says the one thing that keeps it apart', () => {
    expect(planted.nearMisses.length).toBe(12);
    const proposed = new Set(answer.proposals.flatMap(({ needIds }) => needIds));
    for (const { id, needIds, rule } of planted.nearMisses) {
      expect(needIds.filter((need) => proposed.has(need))).toEqual([]);
      const verdict = explainSet(model, land, { ...question, needIds });
      const kinds = [...new Set(verdict.obstacles.map(({ misfit }) => misfit))];
      expect({ id, kinds, fits: verdict.proposal !== null }).toEqual({ id, kinds: [rule], fits: false });
    }
  });

  it('explains a planted set as the proposal that it is', () => {
    const set = planted.bundles[0]!;
    const verdict = explainSet(model, land, { ...question, needIds: set.needIds });
    expect(verdict.obstacles).toEqual([]);
    expect(verdict.proposal).toEqual(answer.proposals.find(({ key }) => key === [...set.needIds].sort().join(' ')));
  });

  it('counts every need that was not compared, by reason', () => {
    const blocked = Object.values(answer.blocked).reduce((sum, count) => sum + count, 0);
    expect(answer.compared + blocked).toBe(Object.keys(plan.needs).length);
    // Two needs of each accepted bundle, and nothing planted among them.
    expect(answer.blocked.bundled).toBe(4);
  });

  it('does not propose a refused set again, nor one that contains it', () => {
    const triple = answer.proposals.find(({ needIds }) => needIds.length === 3)!;
    const [a, b, c] = triple.needIds as [string, string, string];
    const without = proposeBundles(model, land, { ...question, refused: [[a, b]] });
    const left = without.proposals.filter(({ needIds }) => needIds.some((id) => [a, b, c].includes(id)));
    expect(left.length).toBe(1);
    expect(left[0]!.needIds.length).toBe(2);
    expect(left[0]!.needIds).toContain(c);
    expect(without.proposals.length).toBe(12);
  });
});
