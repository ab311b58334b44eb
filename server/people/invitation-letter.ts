/** Sends the letter of an invitation, once and at once; the link is told to whoever invites in any case. */
import type { Store } from "#db/open";
import { delegationNamed } from "#db/seats";
import type { DelegationKey, Lang } from "#deliberation/ids";
import type { Place } from "#deliberation/seat";
import { invitationMail } from "#formats/invitation-mail";
import type { Post, Posted } from "../notices/post.ts";

interface Asked {
  invitation: string;
  email: string;
  place: Place;
  invitedFor: DelegationKey | null;
  link: string;
  expiresAt: string;
  lang: Lang;
}

export function sendInvitation(
  { store, post }: { store: Store; post: Post },
  { invitation, email, place, invitedFor, link, expiresAt, lang }: Asked,
): Promise<Posted> {
  const named = (key: DelegationKey | null) => (key === null ? null : delegationNamed(store, key));
  const own = named(place.as === "delegation" ? place.delegation : null);
  const nameIn = (of: ReturnType<typeof named>) => of && (of.names[lang] ?? of.names.en ?? of.key);
  const mail = invitationMail({
    ...{ place, delegation: nameIn(own) ?? "", inviter: nameIn(named(invitedFor)), link, expiresAt, lang },
    demonstration: own?.demonstration ?? false,
  });
  return post.send({ to: { name: email, email }, ...mail, lang, once: true, id: `invitation.${invitation}` });
}
