import { useEffect, useState } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { useView } from './app-context.ts';

type ProblemText = typeof import('../../i18n/problem-text.ts')['problemText'];

let loaded: ProblemText | null = null;

/** The sentences of all problems and notes; loaded when the first one is shown, because most visits need none. */
export function useProblemText(): ProblemText | null {
  const [text, setText] = useState<ProblemText | null>(() => loaded);
  useEffect(() => {
    if (text !== null) return;
    let wanted = true;
    import('../../i18n/problem-text.ts').then(
      (module) => {
        loaded = module.problemText;
        if (wanted) setText(() => loaded);
      },
      () => {
        // Not even the sentences can be loaded: the code is better than nothing.
        if (wanted) setText(() => (problem: Pick<Problem, 'code'>) => problem.code);
      },
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  return text;
}

/** A problem or note as a sentence. */
export function ProblemSentence({ problem }: { readonly problem: Pick<Problem, 'code' | 'params' | 'where'> }) {
  const language = useView((state) => state.language);
  const text = useProblemText();
  return text === null ? null : text(problem, language);
}
