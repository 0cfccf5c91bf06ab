import { useEffect, useState } from 'react';
import type { ObjectOf } from '../../plan/plan.ts';
import type { MeasurePlace } from '../../report/measures/measure-export.ts';
import { lonLat } from '../../shared/coordinates.ts';
import type { MeasureSession } from '../../state/measure-session.ts';
import type { SiteSession } from '../../state/site-session.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { nameOfHouse } from '../common/object-name.ts';
import { useGaps } from '../gap-map/use-gaps.ts';

type Placed = Pick<ObjectOf<'measures'>, 'houseId' | 'position'>;

const NOWHERE: MeasurePlace = { house: null, district: null, position: null };
const keyOf = ({ houseId, position }: Placed) => JSON.stringify([houseId, position]);

/**
 * What the houses of the city are called that measures act on, and in which district each measure lies. A house without a name is called
 * after its service and district: "Kita U3 ohne Namen, Stöckach". Until it is known everything is `null`.
 */
export function useMeasurePlaces(measures: readonly Placed[]): (measure: Placed) => MeasurePlace {
  const t = useTexts();
  const { measureSession, siteSession } = useApp();
  const year = useGaps((state) => state.question?.request.year ?? 0);
  const [places, setPlaces] = useState<ReadonlyMap<string, MeasurePlace>>(new Map());
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    findPlaces(measures, year, { measureSession, siteSession }, t, signal).then(
      (found) => {
        if (!signal.aborted) setPlaces(found);
      },
      () => {},
    );
    return () => controller.abort();
  }, [measures, year, measureSession, siteSession, t]);
  return (measure) => places.get(keyOf(measure)) ?? NOWHERE;
}

type Sessions = {
  readonly measureSession: Pick<MeasureSession, 'houses'>;
  readonly siteSession: Pick<SiteSession, 'districts'>;
};

async function findPlaces(
  measures: readonly Placed[],
  year: number,
  { measureSession, siteSession }: Sessions,
  t: ReturnType<typeof useTexts>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, MeasurePlace>> {
  const ids = [...new Set(measures.flatMap(({ houseId }) => houseId ?? []))];
  const houses = ids.length === 0 ? [] : await measureSession.houses(ids, year, signal);
  const houseById = new Map(houses.map((house) => [house.id, house]));
  const found = new Map<string, MeasurePlace>();
  for (const measure of measures) {
    const house = measure.houseId === null ? undefined : houseById.get(measure.houseId);
    const position = measure.position ?? house?.position ?? null;
    if (position === null) continue;
    const path = await siteSession.districts({ position: lonLat(position[0], position[1]) }, signal);
    const district = path.at(-1)?.name ?? null;
    const services = house?.offers.map(({ service }) => service) ?? [];
    const plain = house === undefined ? null : nameOfHouse(house.name, services, t);
    // A name says enough; what has none is told apart by where it is.
    const name = plain === null || house?.name != null || district === null ? plain : `${plain}, ${district}`;
    found.set(keyOf(measure), { house: name, district, position: [position[0], position[1]] });
  }
  return found;
}
