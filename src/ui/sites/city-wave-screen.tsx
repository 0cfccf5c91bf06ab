import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { putObject } from '../../plan/actions/put-object.ts';
import type { ObjectOf } from '../../plan/plan.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import { siteCounts, withStageSetting } from '../../questions/gaps/gap-sites.ts';
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
const MAX_DELAY_YEARS = 30;

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
    () => new Map((plan === null ? [] : visibleObjects(plan, 'stageSettings')).map((own) => [own.stage, own])),
    [plan],
  );
  const wave = useMemo(() => {
    if (identity === null) return null;
    const first = identity.years[0]!;
    const years = Array.from({ length: YEARS }, (_, i) => first + i);
    const counted = sites.filter(
      (site) => !site.leftOut && (withAll ? site.sideState === null : siteCounts(site, counts.sitesFromStage)),
    );
    const staged = counted.map((site) => withStageSetting(site, settings));
    return computeCityWave(staged, indicator, years, identity.schoolCutOff);
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
          wide
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
      <StageSettings settings={settings} />
    </>
  );
}

type Settings = ReadonlyMap<number, ObjectOf<'stageSettings'>>;

/** How likely and how late a site of each stage is: the low variant counts with it, here and in every gap. */
function StageSettings({ settings }: { readonly settings: Settings }) {
  const t = useTexts();
  return (
    <details className="gap-section parameters">
      <summary>{t('sites.probabilities')}</summary>
      <p className="secondary">{t('sites.probabilities-why')}</p>
      <div className="sites-fields">
        {STAGES.map((stage) => (
          <StageSetting key={stage} stage={stage} setting={settings.get(stage) ?? null} />
        ))}
      </div>
    </details>
  );
}

interface StageSettingProps {
  readonly stage: number;
  readonly setting: ObjectOf<'stageSettings'> | null;
}

function StageSetting({ stage, setting }: StageSettingProps) {
  const t = useTexts();
  const { apply } = usePlanChange();
  const name = `${stage} ${stageName(stage, t)}`;
  const { probability = null, delayYears = null } = setting ?? {};
  const keep = (change: { readonly probability?: number | null; readonly delayYears?: number | null }) => {
    const object = { stage, probability, delayYears, reason: setting?.reason ?? null, ...change };
    const params = { collection: 'stageSettings' as const, name };
    void apply(putObject, { collection: 'stageSettings', object }, { code: 'change.changed', params }, () => {});
  };
  return (
    <>
      <KeptNumber
        key={`probability ${probability ?? ''}`}
        label={t('sites.probability-of', { stage: name })}
        value={probability === null ? null : Math.round(probability * 100)}
        highest={100}
        onKeep={(percent) => keep({ probability: percent === null ? null : percent / 100 })}
      />
      <KeptNumber
        key={`delay ${delayYears ?? ''}`}
        label={t('sites.delay-of', { stage: name })}
        value={delayYears}
        highest={MAX_DELAY_YEARS}
        onKeep={(years) => keep({ delayYears: years === null ? null : Math.round(years) })}
      />
    </>
  );
}

interface KeptNumberProps {
  readonly label: string;
  /** `null` = none is set. */
  readonly value: number | null;
  readonly highest: number;
  readonly onKeep: (value: number | null) => void;
}

/** A number that is kept when the field is left. */
function KeptNumber({ label, value, highest, onKeep }: KeptNumberProps) {
  const style = useNumberStyle();
  const [text, setText] = useState(value === null ? '' : String(value));
  const parsed = parseNumber(text, style, ['']);
  const isWrong = parsed.kind === 'error' || (parsed.kind === 'value' && (parsed.value < 0 || parsed.value > highest));
  const keep = () => {
    const given = parsed.kind === 'value' ? parsed.value : null;
    if (!isWrong && given !== value) onKeep(given);
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
        label={label}
        value={text}
        inputMode="decimal"
        onChange={setText}
        problem={isWrong ? problemMade('site.number-invalid', { found: text }) : undefined}
      />
    </form>
  );
}
