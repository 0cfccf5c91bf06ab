import { expect, it } from 'vitest';
import { projectionOf } from '../../../src/city/projection.ts';
import { createGeoreference, DEMO_CENTRE, DEMO_EPSG } from '../../../src/pipeline/demo/georeference.ts';
import { seededRandom } from '../../../src/shared/random.ts';

it.each([2000, 15_000, 60_000])(
  'puts points within %i m of the centre where the exact projection puts them, to 3 cm',
  (half) => {
    const geo = createGeoreference(half);
    const exact = projectionOf(DEMO_EPSG);
    const random = seededRandom(5);
    for (let k = 0; k < 200; k++) {
      const at = [random.between(-half, half), random.between(-half, half)] as const;
      const [lon, lat] = geo.toLonLat(at);
      const [x, y] = exact.forward(lon, lat);
      expect(Math.abs(x - DEMO_CENTRE[0] - at[0])).toBeLessThan(0.03);
      expect(Math.abs(y - DEMO_CENTRE[1] - at[1])).toBeLessThan(0.03);
    }
  },
);
