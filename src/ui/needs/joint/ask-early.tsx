import { useEffect, useState } from 'react';
import { DEFAULT_BUNDLE_RULES } from '../../../questions/needs/bundle-rules.ts';
import { useApp, useCity } from '../../common/app-context.ts';
import { useProposals } from '../bundles/use-bundles.ts';
import { useJointGround, usePlan } from './use-joint.ts';

/**
 * Asks what Bündel, Reihung and Bedarfsblatt will ask while a person still reads the list, once the map has all it needs: they are then
 * there when their tab is opened.
 */
export function AskEarly() {
  const { map } = useApp();
  const isShown = useCity((state) => state.mapShown);
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let ended = false;
    void map.current?.whenIdle().then(() => {
      if (!ended && isShown) setIdle(true);
    });
    return () => {
      ended = true;
    };
  }, [map, isShown]);
  return isIdle ? <Asking /> : null;
}

function Asking() {
  const plan = usePlan();
  const { value } = useProposals(plan, DEFAULT_BUNDLE_RULES);
  // One after the other: a tab that is opened meanwhile is not kept waiting by what another one needs.
  return value === null ? null : <AskingGround />;
}

function AskingGround() {
  useJointGround(usePlan());
  return null;
}
