import type { FoundRow, Result } from '../../../core/contract.ts';
import { linkMarks, unlinkMarks } from '../../../core/edit/mark-links.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import type { Annotation, MarkLink } from '../../../core/model/annotation.ts';
import { linkMessages } from '../../../core/messages/en/links.ts';
import { call } from '../../bridge.ts';
import { afterFrame } from '../after-frame.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** So many marks are offered; letters find the others. */
const mostFound = 100;

/** Links between marks, of one text or of two. */
export function createLinkActions(
  store: AppStore,
  view: ViewActions,
  editing: Editing,
  stamp: Stamp,
) {
  const loadLinked = async (): Promise<void> => {
    const document = store.getState().document?.entry.id;
    if (document === undefined) return;
    const reply = await call('marks.linked', { document });
    // What a card cannot show now it shows with the next answer: nothing is lost by it.
    if (!reply.ok || store.getState().document?.entry.id !== document) return;
    store.setState({ linked: new Map(reply.value.map((mark) => [mark.id, mark])) });
  };
  store.subscribe((state, before) => {
    if (state.document?.entry.id === before.document?.entry.id) return;
    store.setState({ linked: new Map(), linking: null });
    // The text is on screen first.
    afterFrame(() => void loadLinked());
  });

  const link = (from: Annotation, to: Annotation, kind: string): boolean => {
    const patch = linkMarks(from, to, kind, stamp);
    if (patch === null) {
      view.announce(linkMessages.notMade);
      return false;
    }
    editing.commit(patch);
    if (store.getState().marks.get(to.id) === undefined) {
      store.setState(({ linked }) => ({ linked: new Map([...linked, [to.id, to]]) }));
    }
    view.announce(linkMessages.made(kind.trim(), to.selector.quote));
    return true;
  };

  return {
    linkMarks: link,
    unlinkMarks: (from: Annotation, which: MarkLink): void => {
      editing.commit(unlinkMarks(from, which, stamp));
      const changed = { ...from, links: from.links?.filter((each) => each !== which) ?? [] };
      store.setState(({ linked }) =>
        linked.has(from.id) ? { linked: new Map([...linked, [from.id, changed]]) } : {},
      );
      view.toast(linkMessages.removed, { undo: true });
    },
    /** The next mark that is pressed is linked from this one; null ends that. */
    armLink: (linking: { readonly from: Annotation; readonly kind: string } | null): void => {
      store.setState({ linking });
      view.announce(
        linking === null
          ? linkMessages.stopped
          : linkMessages.choosing(linking.kind, linking.from.selector.quote),
      );
    },
    /** Whether the pressed mark was the other end of a link. */
    endLink: (to: Annotation): boolean => {
      const { linking } = store.getState();
      if (linking === null) return false;
      const { from, kind } = linking;
      if (link(store.getState().marks.get(from.id) ?? from, to, kind)) {
        store.setState({ linking: null });
      }
      return true;
    },
    /** Marks of the whole library that have the words. */
    marksWith: (text: string): Promise<Result<readonly FoundRow[]>> =>
      call('marks.find', {
        tag: null,
        colour: null,
        text,
        hasNote: false,
        except: null,
        from: 0,
        count: mostFound,
        version: null,
      }).then((reply) => (reply.ok ? { ok: true, value: reply.value?.part ?? [] } : reply)),
  };
}
