import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { putObject } from '../../plan/actions/put-object.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import { siteCounts } from '../../questions/gaps/gap-sites.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { computeCityWave } from '../../questions/sites/site-waves.ts';
import { rangeText, unitText } from '../../report/sites/need-text.ts';
import { stageName } from '../../report/sites/register-table.ts';
import { parseNumber } from '../../shared/german-numbers.ts';
import { problem as problemMade } from '../../shared/problem.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { SelectField, TextField } from '../indicators/form-fields.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { useNumberStyle } from './site-form.tsx';
import { SitesHead } from './sites-head.tsx';
import { WaveChart } from './wave-chart.tsx';

const STAGES = Array.from({ length: 15 }, (_, stage) => stage);
/** Years shown from the base year on. */
const YEARS = 26;

/** All sites together: the wave of the city, gross and, where it is known who lived in the city before, net. */
export function CityWaveScreen({ sites }: { readonly sites: readonly RegisterSite[] }) {
  const t = useTexts();
  const { catalogue, planState } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const indicators = useStore(catalogue, (state) => state.indicators).filter(
    ({ rate, model }) => rate.value !== null && model !== 'count',
  );
  const identity = useCity((state) => state.summary?.identity ?? null);
  const counts = useView((state) => state.gap.counts);
  const [service, setService] = useState('kita-u3');
  const [withAll, setWithAll] = useState(false);
  const indicator = indicators.find((own) => own.service === service) ?? null;
  const settings = useMemo(
    () =>
      new Map(
        (plan === null ? [] : visibleObjects(plan, 'stageSettings')).map((own) => [own.stage, own.probability ?? 1]),
      ),
    [plan],
  );
  const wave = useMemo(() => {
    if (identity === null) return null;
    const first = identity.years[0]!;
    const years = Array.from({ length: YEARS }, (_, i) => first + i);
    const counted = sites.filter(
      (site) => !site.leftOut && (withAll ? site.sideState === null : siteCounts(site, counts.sitesFromStage)),
    );
    // The low variant counts a site by how likely one of its stage is.
    const likelihood = (site: RegisterSite, variant: string) =>
      variant === 'low' ? (settings.get(site.stage) ?? 1) : 1;
    return computeCityWave(counted, indicator, years, identity.schoolCutOff, likelihood);
  }, [sites, identity, indicator, withAll, counts, settings]);
  if (wave === null) return null;
  const title = indicator === null ? t('sites.residents') : t(`service.${indicator.service}`);
  const unit = indicator === null ? t('report-unit.persons') : unitText(indicator, t);
  return (
    <>
      <SitesHead title={t('sites.city-wave')} />
      <div className="sites-fields">
        <SelectField
          label={t('gaps.service')}
          value={service}
          options={[
            { value: 'residents', label: t('sites.residents') },
            ...indicators.map((own) => ({ value: own.service as string, label: t(`service.${own.service}`) })),
          ]}
          onChange={setService}
        />
        <SelectField
          label={t('sites.which-sites')}
          value={withAll ? 'all' : 'counted'}
          options={[
            { value: 'counted', label: t('sites.which-counted', { stage: counts.sitesFromStage }) },
            { value: 'all', label: t('sites.which-all') },
          ]}
          onChange={(which) => setWithAll(which === 'all')}
        />
      </div>
      <WaveChart
        title={t('sites.wave-gross', { title })}
        unit={unit}
        years={wave.years}
        wave={wave.gross}
        {...(wave.net === null ? {} : { other: { label: t('sites.wave-net'), wave: wave.net } })}
      />
      <p>
        {t('sites.city-wave-sentence', {
          sites: wave.sites,
          dwellings: t.format.number(wave.dwellings, 0),
          peak: rangeText(wave.gross.peak, t),
          unit,
          year: String(wave.gross.peak.year),
        })}
      </p>
      <p className="secondary">
        {wave.net === null
          ? t.count('sites.net-unknown', wave.sitesWithoutShare)
          : t('sites.net-known', { peak: rangeText(wave.net.peak, t), unit, year: String(wave.net.peak.year) })}
        {wave.sitesWithoutFigures === 0 ? '' : ` ${t.count('sites.without-figures', wave.sitesWithoutFigures)}`}
      </p>
      <StageProbabilities settings={settings} />
    </>
  );
}

/** How likely a site of each stage is: the low variant counts with it. */
function StageProbabilities({ settings }: { readonly settings: ReadonlyMap<number, number> }) {
  const t = useTexts();
  return (
    <details className="gap-section parameters">
      <summary>{t('sites.probabilities')}</summary>
      <p className="secondary">{t('sites.probabilities-why')}</p>
      <div className="sites-fields">
        {STAGES.map((stage) => (
          <Probability
            key={`${stage} ${settings.get(stage) ?? ''}`}
            stage={stage}
            value={settings.get(stage) ?? null}
          />
        ))}
      </div>
    </details>
  );
}

function Probability({ stage, value }: { readonly stage: number; readonly value: number | null }) {
  const t = useTexts();
  const style = useNumberStyle();
  const { apply } = usePlanChange();
  const [text, setText] = useState(value === null ? '' : String(Math.round(value * 100)));
  const parsed = parseNumber(text, style, ['']);
  const isWrong = parsed.kind === 'error' || (parsed.kind === 'value' && (parsed.value < 0 || parsed.value > 100));
  const keep = () => {
    const probability = parsed.kind === 'value' ? parsed.value / 100 : null;
    if (isWrong || probability === value) return;
    const object = { stage, probability, delayYears: null, reason: null };
    const params = { collection: 'stageSettings' as const, name: `${stage} ${stageName(stage, t)}` };
    void apply(putObject, { collection: 'stageSettings', object }, { code: 'change.changed', params }, () => {});
  };
  return (
    <form
      onBlur={keep}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextField
        label={`${stage} ${stageName(stage, t)} (%)`}
        value={text}
        inputMode="decimal"
        onChange={setText}
        problem={isWrong ? problemMade('site.number-invalid', { found: text }) : undefined}
      />
    </form>
  );
}
