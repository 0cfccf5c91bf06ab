import type { ObjectOf } from '../../plan/plan.ts';
import type { NeedRow } from '../../report/needs/need-rows.ts';
import {
  codeText,
  evidenceText,
  fieldText,
  placeText,
  quantityText,
  subjectText,
} from '../../report/needs/need-text.ts';
import { useTexts } from '../common/app-context.ts';
import { Fact, Facts } from '../common/facts.tsx';
import { usePlaceFacts } from './use-figures.ts';

type Version = ObjectOf<'needVersions'>;

/** What the need said before each amendment, the latest first. */
export function NeedVersions({ versions }: { readonly versions: readonly Version[] }) {
  const t = useTexts();
  if (versions.length === 0) return null;
  return (
    <section className="gap-section">
      <h3>{t('needs.versions')}</h3>
      {versions.toReversed().map((version) => (
        <details key={version.id}>
          <summary>{t('needs.version', { date: t.format.date(version.at.slice(0, 10)), by: version.by })}</summary>
          <p>{version.reason}</p>
          <VersionFacts version={version} />
        </details>
      ))}
    </section>
  );
}

function VersionFacts({ version: { content } }: { readonly version: Version }) {
  const t = useTexts();
  const facts = usePlaceFacts(content.place);
  const row = { need: content, place: facts } as unknown as Pick<NeedRow, 'need' | 'place'>;
  const lines: readonly (readonly [string, string | null])[] = [
    ['title', content.title],
    ['place', placeText(row, t)],
    ['service', subjectText(content, t)],
    ['targetGroup', content.targetGroup],
    ['quantity', quantityText(content, t)],
    ['roomSquareMeters', content.roomSquareMeters === null ? null : t.format.unit(content.roomSquareMeters, 'm²')],
    ['plotSquareMeters', content.plotSquareMeters === null ? null : t.format.unit(content.plotSquareMeters, 'm²')],
    ['neededBy', content.neededBy === null ? null : t.format.date(content.neededBy)],
    ['urgency', codeText(content.urgency, t)],
    ['reason', content.reason],
    ['reference', content.reference],
    ['evidence', evidenceText(content.evidence, t)],
  ];
  return (
    <Facts>
      {lines.map(([field, value]) =>
        value === null ? null : (
          <Fact key={field} label={fieldText(field, t)}>
            {value}
          </Fact>
        ),
      )}
    </Facts>
  );
}
