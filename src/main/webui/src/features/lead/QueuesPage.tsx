import { Stack } from '@mantine/core';
import { Page } from '@/shared/components/Page';
import { AssignmentGroupsSection } from './AssignmentGroupsSection';
import { QueuesSection } from './QueuesSection';

export function QueuesPage() {
  return (
    <Page
      title="Lead queues"
      description="Where the assignment rules can send a lead besides a single partner user: a queue whose members take leads, or a group that gets them in turn."
    >
      <Stack gap="md">
        <QueuesSection />
        <AssignmentGroupsSection />
      </Stack>
    </Page>
  );
}
