import type { Texts } from '../../i18n/translate.ts';
import type { ObjectOf } from '../../plan/plan.ts';
import { agreedText } from './sheet-table.ts';
import { serviceName } from './words.ts';

/** What was agreed or decided for a borough, a sentence each: by service and year, the decided behind the agreed one. */
export function agreedLines(
  figures: readonly ObjectOf<'agreedFigures'>[],
  districtName: (id: string) => string,
  t: Texts,
): readonly string[] {
  const order = ({ service, year, kind }: ObjectOf<'agreedFigures'>) => `${serviceName(service, t)} ${year} ${kind}`;
  return [...figures]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((figure) =>
      t(`joint.line-${figure.kind}`, {
        district: districtName(figure.districtId),
        service: serviceName(figure.service, t),
        year: String(figure.year),
        value: agreedText(figure, t),
        date: t.format.date(figure.on),
        by: figure.reference ?? figure.by,
      }),
    );
}
