import { useEffect, useMemo, useState } from 'react';
import { splitSite } from '../../plan/actions/split-site.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { type CutDirection, splitAmount, splitArea } from '../../questions/sites/split-site.ts';
import { parseNumber } from '../../shared/german-numbers.ts';
import { ProblemError, problem as problemMade } from '../../shared/problem.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { FormEnd } from '../common/form-end.tsx';
import { SelectField, TextField } from '../indicators/form-fields.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { useNumberStyle } from './site-form.tsx';
import { showSitesScreen } from './sites-store.ts';
import { useSigner } from './use-signer.ts';

const DIRECTIONS: readonly CutDirection[] = ['west-east', 'south-north'];

/** Makes two sites of one by a straight cut; the first part is outlined on the map. */
export function SplitSite({ site, onDone }: { readonly site: RegisterSite; readonly onDone: () => void }) {
  const t = useTexts();
  const { map, siteSession } = useApp();
  const style = useNumberStyle();
  const signed = useSigner();
  const { saving, problem, apply } = usePlanChange();
  const [direction, setDirection] = useState<CutDirection>('west-east');
  const [percent, setPercent] = useState('50');
  const [first, setFirst] = useState(`${site.name} A`);
  const [second, setSecond] = useState(`${site.name} B`);
  const parsed = parseNumber(percent, style, []);
  const share = parsed.kind === 'value' && parsed.value >= 1 && parsed.value <= 99 ? parsed.value / 100 : null;
  const areas = useMemo(() => {
    if (share === null) return null;
    try {
      return splitArea(site.geometry, share, direction);
    } catch (thrown) {
      if (thrown instanceof ProblemError) return null;
      throw thrown;
    }
  }, [site.geometry, share, direction]);
  useEffect(() => {
    map.current?.sites.sketch(areas?.[0] ?? null);
    return () => map.current?.sites.sketch(null);
  }, [map, areas]);

  const dwellings = splitAmount(site.dwellings, share ?? 1);
  const shareFault =
    parsed.kind !== 'value'
      ? problemMade('site.number-invalid', { found: percent.trim() })
      : areas === null
        ? problemMade('site.split-share', { percent: parsed.value })
        : undefined;
  const nameFault = (name: string) => (name.trim() === '' ? problemMade('site.name-missing', {}) : undefined);
  const save = () => {
    if (saving || areas === null || share === null || nameFault(first) !== undefined || nameFault(second) !== undefined)
      return;
    const lost = splitAmount(site.dwellingsLost, share);
    const floor = splitAmount(site.floorAreaSquareMeters, share);
    const part = (nth: 0 | 1) => ({
      name: (nth === 0 ? first : second).trim(),
      // The plan keeps positions as plain numbers.
      geometry: areas[nth] as never,
      dwellings: dwellings[nth],
      dwellingsLost: lost[nth],
      floorAreaSquareMeters: floor[nth],
    });
    const { stage, sideState, infill, subsidisedShare, dwellingType, firstOccupancy, owner, inForecast } = site;
    const { nextStep, nextDate, contactRole, grade, phases } = site;
    const kept = { stage, sideState, infill, subsidisedShare, dwellingType, firstOccupancy, owner, inForecast };
    const edits = Object.entries(part(0)).map(
      ([field, value]) => ({ kind: 'site', field, value, circle: site.circle, reason: null }) as never,
    );
    const id = siteSession.newId();
    const made = { id, circle: site.circle, ...kept, nextStep, nextDate, contactRole, grade, ...part(1) };
    const steps = { phases: phases.length > 1 ? phases : [], ...signed() };
    const params = { collection: 'sites' as const, name: site.name };
    void apply(
      splitSite,
      { siteId: site.id, edits, second: { site: made, phases: steps } },
      { code: 'change.changed', params },
      () => {
        showSitesScreen({ kind: 'list' }, t('sites.split-done', { name: site.name }));
        onDone();
      },
    );
  };
  const whole = (value: number | null) => (value === null ? t('missing.short') : t.format.number(value, 0));
  return (
    <form
      className="site-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>{t('sites.split-title')}</h3>
      <p className="secondary">{t('sites.split-why')}</p>
      <div className="sites-fields">
        <SelectField
          label={t('sites.split-direction')}
          value={direction}
          options={DIRECTIONS.map((value) => ({ value, label: t(`sites.split-${value}`) }))}
          onChange={setDirection}
        />
        <TextField label={t('sites.split-share')} value={percent} onChange={setPercent} problem={shareFault} />
      </div>
      <TextField wide label={t('sites.split-first')} value={first} onChange={setFirst} problem={nameFault(first)} />
      <TextField wide label={t('sites.split-second')} value={second} onChange={setSecond} problem={nameFault(second)} />
      {share === null ? null : (
        <p role="status">
          {[first, second]
            .map((name, nth) => t('sites.split-part', { name, dwellings: whole(dwellings[nth as 0 | 1]) }))
            .join(' · ')}
        </p>
      )}
      <FormEnd problem={problem} saving={saving} saveLabel={t('sites.split-save')} onCancel={onDone} />
    </form>
  );
}
