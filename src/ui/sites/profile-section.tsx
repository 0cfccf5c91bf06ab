import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { addObject } from '../../plan/actions/add-object.ts';
import { circleForNew, seesAll } from '../../plan/readers/circles.ts';
import type { Circle } from '../../plan/types/common.ts';
import { freezeSite } from '../../questions/sites/frozen-site.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import { circleLine, circleWord, leftOutText } from '../../report/circle-text.ts';
import { PROFILE_SUBJECT, type TaskProfile, taskProfile } from '../../report/sites/task-profile.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { CircleField } from '../common/circle-field.tsx';
import { Icon } from '../common/icon.tsx';
import { printPage } from '../common/print-page.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { useSiteWaves } from './demand-section.tsx';
import { useSigner } from './use-signer.ts';
import './task-profile.css';

/** The Aufgabenprofil for the investor: on screen, as a printed page with the map, and agreed as a decision with its figures. */
export function ProfileSection({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const { planState, map, siteSession } = useApp();
  const plan = useStore(planState, (state) => state.plan);
  const [circle, setCircle] = useState<Circle>('agsp');
  const seen = useSeenSite(site, circle);
  const waves = useSiteWaves(seen);
  const edition = useCity((state) => state.summary?.edition ?? '');
  const scenarioId = useView((state) => state.scenarioId);
  const [picture, setPicture] = useState<string | null>(null);
  const signed = useSigner();
  const { saving, problem, apply } = usePlanChange();
  const profile = useMemo(() => taskProfile({ plan, site: seen, waves, circle }, t), [plan, seen, waves, circle, t]);

  const print = async () => {
    setPicture((await map.current?.takePicture()) ?? '');
    printPage();
  };
  const agree = () => {
    if (saving) return;
    const { at } = signed();
    const title = t('sites.profile-title', { version: profile.version });
    const object = {
      id: siteSession.newId(),
      circle: circleForNew([site.circle]),
      title: `${title}, ${site.name}`,
      text: '',
      date: at.slice(0, 10),
      body: 'AGSP',
      reference: null,
      agreedBy: [],
      subjects: [
        { collection: 'sites', id: site.id },
        { collection: PROFILE_SUBJECT, id: site.id },
      ],
      frozen: typeof waves === 'string' ? null : freezeSite(site, waves, { at, edition, scenarioId }),
    };
    const params = { collection: 'decisions' as const, name: object.title };
    void apply(addObject, { collection: 'decisions', object }, { code: 'change.added', params }, () => {});
  };
  return (
    <>
      <CircleField label={t('circle.for')} value={circle} onChange={setCircle} />
      <p className="secondary" role="status">
        {profile.isHidden
          ? t('circle.refused', { own: circleWord(site.circle, t), asked: circleWord(circle, t) })
          : leftOutText(profile.leftOut, t)}
      </p>
      <div className="site-form-buttons">
        <button type="button" className="button button-main" disabled={profile.isHidden} onClick={() => void print()}>
          <Icon name="rule" />
          {t('sites.profile-print')}
        </button>
        <button type="button" className="button" aria-disabled={saving} onClick={agree}>
          {t('sites.profile-agree')}
        </button>
      </div>
      {problem === null ? null : (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem} />
        </p>
      )}
      {profile.isHidden ? null : <ProfileBody profile={profile} />}
      {picture === null
        ? null
        : createPortal(
            <PrintedProfile
              profile={profile}
              // The picture shows what the screen shows, which may be more than the circle may see.
              picture={seesAll(plan, circle) ? picture : null}
              edition={edition}
            />,
            document.body,
          )}
    </>
  );
}

/** The site as a circle may see it: without what narrower circles lay over it. Until that is known, as it is. */
function useSeenSite(site: RegisterSite, circle: Circle): RegisterSite {
  const { siteSession } = useApp();
  const [seen, setSeen] = useState<{ readonly of: RegisterSite; readonly site: RegisterSite } | null>(null);
  useEffect(() => {
    let isWanted = true;
    siteSession.forCircle(circle).then(
      ({ sites }) => {
        const found = sites.find(({ id }) => id === site.id);
        if (isWanted && found !== undefined) setSeen({ of: site, site: found });
      },
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [siteSession, site, circle]);
  return seen?.of === site ? seen.site : site;
}

function ProfileBody({ profile }: { readonly profile: TaskProfile }) {
  const t = useTexts();
  return (
    <>
      <p>
        <strong>{t('sites.profile-title', { version: profile.version })}</strong> · {t('sites.profile-draft')}
        {profile.agreed === null
          ? ''
          : ` · ${t('sites.profile-agreed', {
              version: profile.agreed.version,
              date: profile.agreed.on === null ? '' : t.format.date(profile.agreed.on),
            })}`}
      </p>
      <ol className="profile-sections">
        {profile.sections.map(({ key, heading, binding, lines }) => (
          <li key={key}>
            <h3>
              {heading} <span className="secondary">{t(`sites.${binding}`)}</span>
            </h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

interface PrintedProfileProps {
  readonly profile: TaskProfile;
  /** '' = there is none; `null` = the circle may not see it. */
  readonly picture: string | null;
  readonly edition: string;
}

/** The page that is printed; on screen it is not seen. */
function PrintedProfile({ profile, picture, edition }: PrintedProfileProps) {
  const t = useTexts();
  const cityName = useCity((state) => state.summary?.identity.name ?? '');
  return (
    <article className="printed-profile">
      <header>
        <p>{t('report-header.edition', { city: cityName, edition })}</p>
        <h1>{profile.title}</h1>
      </header>
      {picture === null ? <p>{t('circle.no-map')}</p> : null}
      {picture === null || picture === '' ? null : (
        <img src={picture} alt={t('sites.profile-map', { name: profile.title })} />
      )}
      <ProfileBody profile={profile} />
      <p>{circleLine(profile.circle, profile.leftOut, t).join(': ')}</p>
      <p>{t('sites.gross')}</p>
    </article>
  );
}
