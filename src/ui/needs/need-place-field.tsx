import { useEffect, useRef, useState } from 'react';
import type { PlotBrief } from '../../questions/measures/measure-calls.ts';
import type { NeedPlace, NeedPlaceFacts } from '../../questions/need-places.ts';
import { type LonLat, lonLat } from '../../shared/coordinates.ts';
import { type Problem, problem } from '../../shared/problem.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { focusMap, showOnMap } from '../common/select-object.ts';
import { SelectField, TextField } from '../indicators/form-fields.tsx';
import { SearchField } from '../measures/search-field.tsx';
import { GeometryField } from '../sites/geometry-field.tsx';
import { useRegister } from '../sites/use-register.ts';
import type { NeedDraft, NeedProblemsByField, PlaceKind } from './need-draft.ts';
import { useDistricts } from './use-needs.ts';

const KINDS = ['point', 'area', 'district', 'site', 'plot', 'city'] as const satisfies readonly PlaceKind[];

interface NeedPlaceFieldProps {
  readonly draft: NeedDraft;
  readonly facts: NeedPlaceFacts | null;
  readonly problems: NeedProblemsByField;
  readonly onChange: (change: Partial<NeedDraft>) => void;
}

/** Where the need is: a point, an area, a district, a site, a plot or the whole city. */
export function NeedPlaceField({ draft, facts, problems, onChange }: NeedPlaceFieldProps) {
  const t = useTexts();
  return (
    <fieldset className="gap-section needs-place">
      <legend>{t('needs.place')}</legend>
      <SelectField
        label={t('needs.place-kind')}
        value={draft.kind}
        options={KINDS.map((value) => ({ value, label: t(`needs.place-kind-${value}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      {draft.kind === 'point' ? <PointField draft={draft} problems={problems} onChange={onChange} /> : null}
      {draft.kind === 'area' ? (
        <GeometryField
          value={draft.geometry}
          onChange={(geometry) => onChange({ geometry })}
          problem={problems.place}
        />
      ) : null}
      {draft.kind === 'district' ? <DistrictField draft={draft} problems={problems} onChange={onChange} /> : null}
      {draft.kind === 'site' ? <SiteField draft={draft} problems={problems} onChange={onChange} /> : null}
      {draft.kind === 'plot' ? <PlotField draft={draft} problems={problems} onChange={onChange} /> : null}
      {facts === null || facts.path.length === 0 ? null : (
        <p className="secondary">{t('needs.lies-in', { path: facts.path.map(({ name }) => name).join(' · ') })}</p>
      )}
      {draft.kind === 'area' && facts?.partlyOutside ? (
        <p className="warning-text">{t('needs.partly-outside')}</p>
      ) : null}
    </fieldset>
  );
}

type PartProps = Omit<NeedPlaceFieldProps, 'facts'>;

function PointField({ draft, problems, onChange }: PartProps) {
  const t = useTexts();
  const app = useApp();
  const { map } = app;
  const button = useRef<HTMLButtonElement>(null);
  const [isPlacing, setPlacing] = useState(false);
  const [unknown, setUnknown] = useState<Problem | null>(null);
  useEffect(() => {
    const shown = map.current;
    if (shown === null || !isPlacing) return;
    shown.sites.listen((position) => {
      onChange({ position });
      setPlacing(false);
      // Back from the map to the form.
      button.current?.focus();
    });
    return () => shown.sites.listen(null);
  }, [map, isPlacing, onChange]);
  const put = async (position: LonLat) => {
    setUnknown(null);
    onChange({ position });
    const [lon, lat] = position;
    const place: NeedPlace = { kind: 'point', position: [lon, lat], searchRadiusMeters: null };
    const facts = await app.needSession.placeFacts(place).catch(() => null);
    // Nobody wants to be taken out of the city.
    if (facts !== null && !facts.outside) showOnMap(app, { position: [lon, lat], zoom: 15 });
  };
  const wrong = unknown ?? problems.place;
  return (
    <>
      {draft.position === null ? null : (
        <p className="needs-position">
          {t('needs.position', {
            lat: t.format.number(draft.position[1], 5),
            lon: t.format.number(draft.position[0], 5),
          })}
        </p>
      )}
      <button
        ref={button}
        type="button"
        className="button"
        aria-pressed={isPlacing}
        onClick={() => {
          setPlacing(!isPlacing);
          if (!isPlacing) focusMap();
        }}
      >
        <Icon name="target" />
        {t(isPlacing ? 'needs.point-cancel' : 'needs.point-map')}
      </button>
      {isPlacing ? <p role="status">{t('needs.point-hint')}</p> : null}
      <SearchField
        label={t('measures.place-search')}
        kinds={['coordinates', 'street', 'place', 'house', 'site', 'district']}
        onFound={(hit, text) => {
          if (hit === null) setUnknown(problem('measure.place-unknown', { found: text }));
          else void put(lonLat(hit.position[0], hit.position[1]));
        }}
      />
      <FieldProblem problem={wrong} />
      <TextField
        label={t('needs.radius')}
        value={draft.radius}
        onChange={(radius) => onChange({ radius })}
        problem={problems.radius}
        inputMode="decimal"
      />
    </>
  );
}

function FieldProblem({ problem: found }: { readonly problem: Problem | undefined }) {
  if (found === undefined) return null;
  return (
    <p className="warning-text field-problem" role="alert">
      <ProblemSentence problem={found} />
    </p>
  );
}

function DistrictField({ draft, problems, onChange }: PartProps) {
  const t = useTexts();
  const districts = useDistricts();
  return (
    <SelectField
      label={t('needs.place-kind-district')}
      value={draft.districtId}
      options={[{ value: '', label: t('needs.choose') }, ...districts.map(({ id, label }) => ({ value: id, label }))]}
      onChange={(districtId) => onChange({ districtId })}
      problem={problems.place}
    />
  );
}

function SiteField({ draft, problems, onChange }: PartProps) {
  const t = useTexts();
  const { register } = useRegister();
  const sites = register?.sites.toSorted((a, b) => (a.name < b.name ? -1 : 1)) ?? [];
  return (
    <SelectField
      label={t('needs.place-kind-site')}
      value={draft.siteId}
      options={[{ value: '', label: t('needs.choose') }, ...sites.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(siteId) => onChange({ siteId })}
      problem={problems.place}
    />
  );
}

function PlotField({ draft, problems, onChange }: PartProps) {
  const t = useTexts();
  const { measureSession } = useApp();
  const [plots, setPlots] = useState<readonly PlotBrief[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    measureSession.plots(null, controller.signal).then(
      (found) => setPlots(found.toSorted((a, b) => ((a.name ?? a.id) < (b.name ?? b.id) ? -1 : 1))),
      () => {},
    );
    return () => controller.abort();
  }, [measureSession]);
  return (
    <SelectField
      label={t('needs.place-kind-plot')}
      value={draft.plotId}
      options={[
        { value: '', label: t('needs.choose') },
        ...plots.map(({ id, name, district }) => ({
          value: id,
          label: district === null ? (name ?? id) : `${name ?? id} (${district})`,
        })),
      ]}
      onChange={(plotId) => onChange({ plotId })}
      problem={problems.place}
    />
  );
}
