import type { AgeBand } from '../../city/types.ts';
import type { Texts } from '../../i18n/translate.ts';
import type { BandFigure, DistrictDetails as DistrictFigures } from '../../questions/describe-object.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { Fact, Facts } from '../common/facts.tsx';
import { Figure } from '../common/figure.tsx';
import { capitalised } from '../common/object-name.ts';
import { selectAndShow } from '../common/select-object.ts';
import { SourceBlock } from '../common/source-block.tsx';
import { Tooltip } from '../common/tooltip.tsx';
import { GradeFact } from './grade-fact.tsx';

/** Inhabitants, area and ages of a district, and the smaller districts in it. */
export function DistrictDetails({ details }: { readonly details: DistrictFigures }) {
  const t = useTexts();
  const summary = useCity((state) => state.summary);
  const { inhabitants, inhabitantsMasked, areaSquareMeters, populationGrade, houseCount, unknownPoints } = details;
  const squareKilometers = areaSquareMeters / 1e6;
  const why = t('missing.no-population');
  const density = inhabitants === null || squareKilometers === 0 ? null : Math.round(inhabitants / squareKilometers);
  return (
    <>
      <Facts>
        <Fact label={t('details.inhabitants')}>
          {inhabitantsMasked ? <Protected /> : <Figure value={inhabitants} why={why} />}
          {summary === null ? null : (
            <span className="secondary fact-date">
              {t('details.as-of', { date: t.format.date(summary.identity.referenceDate) })}
            </span>
          )}
        </Fact>
        <Fact label={t('details.area')}>
          <Figure value={squareKilometers} unit="km²" digits={squareKilometers < 10 ? 2 : 1} why={why} />
        </Fact>
        <Fact label={t('details.density')}>
          {inhabitantsMasked ? <Protected /> : <Figure value={density} why={why} />}
        </Fact>
        <Fact label={t('details.houses')}>
          <Figure value={houseCount} why={why} />
        </Fact>
        {populationGrade === null ? null : <GradeFact grade={populationGrade} />}
      </Facts>
      {unknownPoints === 0 ? null : <p className="secondary">{t.count('details.unknown-points', unknownPoints)}</p>}
      {details.bands.length === 0 ? null : <AgeTable bands={details.bands} inhabitants={inhabitants} />}
      <Children details={details} />
      <PopulationSources />
    </>
  );
}

function Protected() {
  const t = useTexts();
  return (
    <Tooltip className="missing" text={t('details.protected-why')}>
      {t('details.protected')}
    </Tooltip>
  );
}

interface AgeTableProps {
  readonly bands: readonly BandFigure[];
  /** Of all ages; `null` = not known. Shares are shares of these. */
  readonly inhabitants: number | null;
}

function AgeTable({ bands, inhabitants }: AgeTableProps) {
  const t = useTexts();
  const known = bands.map((band) => band.persons ?? 0);
  const largest = Math.max(1, ...known);
  const rest = restOfAges(bands, inhabitants);
  const share = (persons: number | null) =>
    persons === null || inhabitants === null || inhabitants === 0 ? '' : t.format.percent(persons / inhabitants, 1);
  return (
    <table className="table ages">
      <caption>{t('details.ages')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('details.age')}</th>
          <th scope="col" className="number">
            {t('details.persons')}
          </th>
          <th scope="col" className="number">
            {t('details.share')}
          </th>
          <td className="ages-bar" />
        </tr>
      </thead>
      <tbody>
        {bands.map(({ band, persons, masked }) => (
          <tr key={band.from}>
            <th scope="row">{bandName(band, t)}</th>
            <td className="number">
              {masked ? <Protected /> : <Figure value={persons} why={t('missing.no-population')} />}
            </td>
            <td className="number">{share(persons)}</td>
            <td className="ages-bar" aria-hidden="true">
              <span style={{ width: `${(100 * (persons ?? 0)) / largest}%` }} />
            </td>
          </tr>
        ))}
        {rest === null ? null : (
          <tr>
            <th scope="row">{t('details.age-rest')}</th>
            <td className="number">
              <Figure value={rest} why="" />
            </td>
            <td className="number">{share(rest)}</td>
            <td className="ages-bar" />
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Inhabitants of ages that the city's data do not break down; `null` if there are none or if it would give a protected figure away. */
export function restOfAges(bands: readonly BandFigure[], inhabitants: number | null): number | null {
  if (inhabitants === null || bands.some(({ persons }) => persons === null)) return null;
  const rest = inhabitants - bands.reduce((sum, { persons }) => sum + (persons ?? 0), 0);
  // Every band is rounded to whole persons, so a few may be left of nothing.
  return rest > bands.length ? rest : null;
}

function bandName({ from, to }: AgeBand, t: Texts): string {
  if (to === null) return t('details.age-open', { from });
  return to === from + 1 ? t('details.age-single', { from }) : t('details.age-band', { from, to });
}

/** Where the inhabitants come from; the outline's source stands below. */
function PopulationSources() {
  const t = useTexts();
  const summary = useCity((state) => state.summary);
  const found = (summary?.sources ?? []).filter(({ usedFor }) =>
    usedFor.some((role) => role.startsWith('population-')),
  );
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="details-population-sources">
      <h3 id="details-population-sources">{t('details.population-sources')}</h3>
      {found.map((source) => (
        <SourceBlock key={source.file} source={source} />
      ))}
    </section>
  );
}

function Children({ details }: { readonly details: DistrictFigures }) {
  const t = useTexts();
  const app = useApp();
  const summary = useCity((state) => state.summary);
  if (details.children.length === 0) return null;
  const words = summary?.identity.levels.find((level) => level.level === details.district.level + 1);
  const level = words === undefined ? t('layers.districts') : capitalised(words[t.language].plural);
  return (
    <section aria-labelledby="details-children">
      <h3 id="details-children">{t('details.children', { level })}</h3>
      <ul className="details-children">
        {details.children.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className="text-button" onClick={() => selectAndShow(app, { kind: 'district', id })}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
