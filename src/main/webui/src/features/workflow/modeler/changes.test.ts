import { BpmnModdle } from 'bpmn-moddle';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { describe, expect, it } from 'vitest';
import { changesBetween, type Change } from './changes';

const shipped = readFileSync(resolve(process.cwd(), '../../../bpmn/deal-progression.bpmn'), 'utf8');

async function after(change: (xml: string) => string): Promise<Change[]> {
  const changed = change(shipped);
  expect(changed).not.toBe(shipped);
  const [before, now] = await Promise.all(
    [shipped, changed].map((xml) => new BpmnModdle({ zeebe }).fromXML(xml).then((read) => read.rootElement)),
  );
  return changesBetween(before, now);
}

describe('changesBetween [F5.7]', () => {
  it('tells nothing of two diagrams that are the same but for blanks', async () => {
    expect(await after((xml) => xml.replace('<bpmn:process', '  <bpmn:process'))).toEqual([]);
  });

  it.each([
    ['a name', 'name="Contract"', 'name="Agreement"', 'Stage_Contract', 'Name', 'Contract', 'Agreement'],
    ['a timer', '>P7D<', '>P9D<', 'Timer_ProposalOverdue', 'Waits for', 'P7D', 'P9D'],
    ['a header', 'key="dueIn" value="P3D"', 'key="dueIn" value="P5D"', 'Stage_Qualification', 'Due in', 'P3D', 'P5D'],
    [
      'a message',
      'deal-progression.start',
      'deal.begin',
      'StartEvent_DealEntered',
      'Message name',
      'deal-progression.start',
      'deal.begin',
    ],
    [
      'a condition',
      '=outcome = "Signed"',
      '=outcome = "Done"',
      'Flow_Signed',
      'Condition',
      '=outcome = "Signed"',
      '=outcome = "Done"',
    ],
    [
      'a job',
      'type="partnerflow.notify"',
      'type="partnerflow.tell"',
      'Task_RemindBroker',
      'Job type',
      'partnerflow.notify',
      'partnerflow.tell',
    ],
    [
      'an interruption',
      'cancelActivity="false"',
      'cancelActivity="true"',
      'Timer_ProposalOverdue',
      'Interrupts',
      'no',
      'yes',
    ],
  ])('tells %s with before and after, and marks nothing else', async (_, from, to, elementId, what, before, now) => {
    const changes = await after((xml) => xml.replace(from, to));
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ elementId, kind: 'changed', differences: [{ what, before, after: now }] });
  });

  it('tells a mapping and a retry that came', async () => {
    const changes = await after((xml) =>
      xml.replace(
        '<zeebe:taskDefinition type="partnerflow.notify" />',
        '<zeebe:taskDefinition type="partnerflow.notify" retries="5" />' +
          '<zeebe:ioMapping><zeebe:input source="=recordId" target="who" /></zeebe:ioMapping>',
      ),
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]?.differences).toEqual(
      expect.arrayContaining([
        { what: 'Job retries', before: '', after: '5' },
        { what: 'Input who', before: '', after: '=recordId' },
      ]),
    );
  });

  it('marks only the workflow as a whole when its description changes', async () => {
    const changes = await after((xml) => xml.replace('The record is the deal.', 'It is about deals.'));
    expect(changes.map((change) => [change.elementId, change.words])).toEqual([
      [null, 'Changed: the workflow as a whole'],
    ]);
    expect(changes[0]?.differences.map((difference) => difference.what)).toEqual(['Description']);
  });

  it('tells the description of a stage', async () => {
    const changes = await after((xml) =>
      xml.replace(
        /(<bpmn:serviceTask id="Stage_Contract"[^>]*>)/,
        '$1<bpmn:documentation>Ask Bo.</bpmn:documentation>',
      ),
    );
    expect(changes).toEqual([
      {
        elementId: 'Stage_Contract',
        kind: 'changed',
        words: 'Changed: "Contract"',
        differences: [{ what: 'Description', before: '', after: 'Ask Bo.' }],
      },
    ]);
  });

  it('tells a move on the drawing as that, and an arrow without a name by its ends', async () => {
    const moved = await after((xml) =>
      xml.replace(/(bpmnElement="Stage_Contract">\s*<dc:Bounds x=")\d+/, (_, before: string) => `${before}7`),
    );
    expect(moved).toMatchObject([{ kind: 'moved', words: 'Drawn elsewhere: "Contract"', differences: [] }]);

    const led = await after((xml) =>
      xml.replace(
        'sourceRef="Stage_Contract" targetRef="Gateway_ContractSigned"',
        'sourceRef="Stage_Contract" targetRef="Gateway_Lost"',
      ),
    );
    expect(led[0]?.words).toContain('the arrow from "Contract" to an exclusive gateway');
  });
});
