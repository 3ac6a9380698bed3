import { BpmnModdle } from 'bpmn-moddle';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { describe, expect, it } from 'vitest';
import { changesBetween, type Change } from './changes';

const shipped = readFileSync(resolve(process.cwd(), '../../../bpmn/deal-progression.bpmn'), 'utf8');

function after(change: (xml: string) => string): Promise<Change[]> {
  return between(shipped, change(shipped));
}

async function between(older: string, newer: string): Promise<Change[]> {
  expect(newer).not.toBe(older);
  const [before, now] = await Promise.all(
    [older, newer].map((xml) => new BpmnModdle({ zeebe }).fromXML(xml).then((read) => read.rootElement)),
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
        formerId: 'Stage_Contract',
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

  it.each([
    ['of a mapping', '=recordId', '=dealId', 'Input who'],
    ['of an output', '=answer', '=said', 'Output told'],
  ])('tells the change %s, and of nothing else', async (_, from, to, what) => {
    const mapped = shipped.replace(
      '<zeebe:taskDefinition type="partnerflow.notify" />',
      '<zeebe:taskDefinition type="partnerflow.notify" /><zeebe:ioMapping>' +
        '<zeebe:input source="=recordId" target="who" /><zeebe:output source="=answer" target="told" /></zeebe:ioMapping>',
    );
    expect(await between(mapped, mapped.replace(`source="${from}"`, `source="${to}"`))).toMatchObject([
      { elementId: 'Task_RemindBroker', kind: 'changed', differences: [{ what, before: from, after: to }] },
    ]);
  });

  it('tells another kind of timer as what it was and is', async () => {
    const changes = await after((xml) =>
      xml.replace(/<bpmn:timeDuration([^>]*)>P7D<\/bpmn:timeDuration>/, '<bpmn:timeCycle$1>R/P7D</bpmn:timeCycle>'),
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]?.differences).toEqual(
      expect.arrayContaining([
        { what: 'Waits for', before: 'P7D', after: '' },
        { what: 'Repeats by', before: '', after: 'R/P7D' },
      ]),
    );
  });

  it('tells a header that came and one that went', async () => {
    const without = shipped.replace(/<zeebe:header key="dueIn" value="P3D" \/>/, '');
    const went = await between(shipped, without);
    expect(went).toMatchObject([{ kind: 'changed', differences: [{ what: 'Due in', before: 'P3D', after: '' }] }]);
    const came = await between(without, shipped);
    expect(came).toMatchObject([{ kind: 'changed', differences: [{ what: 'Due in', before: '', after: 'P3D' }] }]);
  });

  it('tells a default arrow by its ends, at its gateway alone', async () => {
    const changes = await after((xml) =>
      xml.replace('id="Gateway_ContractSigned"', 'id="Gateway_ContractSigned" default="Flow_Signed"'),
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ elementId: 'Gateway_ContractSigned', kind: 'changed' });
    expect(changes[0]?.differences).toMatchObject([{ what: 'Default arrow', before: '' }]);
    expect(changes[0]?.differences[0]?.after).toMatch(/^"[^"]+", the arrow from /);
  });

  it('tells a condition that is gone', async () => {
    const changes = await after((xml) =>
      xml.replace(/<bpmn:conditionExpression[^>]*>=outcome = "Signed"<\/bpmn:conditionExpression>/, ''),
    );
    expect(changes).toMatchObject([
      { elementId: 'Flow_Signed', differences: [{ what: 'Condition', before: '=outcome = "Signed"', after: '' }] },
    ]);
  });

  it('tells another id at the element, marked by both, and nothing of the arrows that lead there', async () => {
    const changes = await after((xml) => xml.replaceAll('Stage_Contract', 'Stage_Agreement'));
    expect(changes).toEqual([
      {
        elementId: 'Stage_Agreement',
        formerId: 'Stage_Contract',
        kind: 'changed',
        words: 'Changed: "Contract"',
        differences: [{ what: 'Id', before: 'Stage_Contract', after: 'Stage_Agreement' }],
      },
    ]);
  });

  it('tells another kind of element under the same id', async () => {
    const changes = await after((xml) =>
      xml.replace(
        /<bpmn:serviceTask (id="Task_RemindBroker"[\s\S]*?)<\/bpmn:serviceTask>/,
        '<bpmn:userTask $1</bpmn:userTask>',
      ),
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]?.differences).toContainEqual({ what: 'Kind', before: 'Service task', after: 'User task' });
  });

  it('tells moves alone as drawn elsewhere, without a difference', async () => {
    const changes = await after((xml) =>
      xml.replace(/(<dc:Bounds x=")(\d+)/g, (_, x: string, at: string) => x + (Number(at) + 10)),
    );
    expect(changes.length).toBeGreaterThan(3);
    expect(changes.every(({ kind, differences }) => kind === 'moved' && differences.length === 0)).toBe(true);
  });

  it('tells nothing of another prefix, another order of attributes, or another version of the tool', async () => {
    expect(await after((xml) => xml.replaceAll('bpmn:', 'b:').replace('xmlns:bpmn=', 'xmlns:b='))).toEqual([]);
    expect(
      await after((xml) => xml.replace(/<bpmn:serviceTask (id="[^"]*") (name="[^"]*")/, '<bpmn:serviceTask $2 $1')),
    ).toEqual([]);
  });

  it.each([
    ['came', (xml: string) => [xml, withReview(xml)], 'added', 'Added: "Legal review"'],
    ['went', (xml: string) => [withReview(xml), xml], 'removed', 'Removed: "Legal review"'],
  ] as const)('tells a task that %s', async (_, versions, kind, words) => {
    const [older, newer] = versions(shipped);
    expect(await between(older!, newer!)).toMatchObject([{ kind, words, elementId: 'Task_Review' }]);
  });
});

function withReview(xml: string): string {
  return xml.replace('</bpmn:process>', '<bpmn:userTask id="Task_Review" name="Legal review" /></bpmn:process>');
}
