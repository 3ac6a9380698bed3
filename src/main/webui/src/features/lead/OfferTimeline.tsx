import { Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconClockX, IconSend, IconX, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Timeline } from '@/shared/components/Timeline';
import { offersQuery, type Offer } from './api/offers';
import { offerSentence } from './states';

const icons: Record<NonNullable<Offer['answer']>, Icon> = {
  ACCEPTED: IconCheck,
  DECLINED: IconX,
  EXPIRED: IconClockX,
  WITHDRAWN: IconArrowBackUp,
};

/** Who was asked, and what they answered; the latest first. */
export function OfferTimeline({ leadId }: { leadId: string }) {
  const { data: offers, error } = useQuery(offersQuery(leadId));
  if (error) return <ProblemAlert error={error} />;
  if (offers?.length === 0) {
    return <Text c="dimmed">Nobody has been asked yet.</Text>;
  }
  return (
    <Timeline
      label="Offers"
      entries={(offers ?? []).toReversed().map((offer) => ({
        id: offer.id,
        title: offerSentence(offer),
        at: offer.answeredAt ?? offer.offeredAt,
        icon: offer.answer ? icons[offer.answer] : IconSend,
        body:
          [offer.note, offer.reason]
            .filter(Boolean)
            .map((text) => `“${text}”`)
            .join(' ') || undefined,
      }))}
    />
  );
}
