import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { idFor, isMadeUp, outcomeCondition } from './naming';

/* eslint-disable @typescript-eslint/no-explicit-any -- the services of diagram-js have no types of their own */

/**
 * People only name things: the name of an arrow out of a decision becomes its condition, and an element that the modeler gave a
 * made-up id gets one that says what it is.
 */
export class NamesDecide extends CommandInterceptor {
  static $inject = ['eventBus', 'modeling', 'bpmnFactory', 'elementRegistry'];

  constructor(
    eventBus: any,
    private readonly modeling: any,
    private readonly bpmnFactory: any,
    private readonly elementRegistry: any,
  ) {
    super(eventBus);
    this.postExecuted('element.updateLabel', ({ context }: any) => this.named(context.element));
    this.postExecuted('element.updateProperties', ({ context }: any) => {
      if ('name' in context.properties) this.named(context.element);
    });
  }

  private named(labelOrElement: any) {
    const element = labelOrElement.labelTarget ?? labelOrElement;
    const name: string | undefined = element.businessObject?.name;
    if (!name) return;
    if (is(element, 'bpmn:SequenceFlow') && isOutcome(element)) this.setCondition(element, name);
    this.setId(element, name);
  }

  private setCondition(flow: any, name: string) {
    const body = outcomeCondition(name);
    if (flow.businessObject.conditionExpression?.body === body) return;
    this.modeling.updateProperties(flow, {
      conditionExpression: this.bpmnFactory.create('bpmn:FormalExpression', { body }),
    });
  }

  private setId(element: any, name: string) {
    if (!isMadeUp(element.id)) return;
    const id = idFor(prefixOf(element), name, (each) => this.elementRegistry.get(each) !== undefined);
    if (id) this.modeling.updateProperties(element, { id });
  }
}

/** Whether a person chooses this arrow: it leaves a gateway that comes right after a stage, and is not its default. */
function isOutcome(flow: any): boolean {
  const gateway = flow.source;
  return (
    is(gateway, 'bpmn:ExclusiveGateway') &&
    gateway.outgoing.length > 1 &&
    gateway.businessObject.default !== flow.businessObject &&
    followsStage(gateway, new Set())
  );
}

function followsStage(gateway: any, seen: Set<unknown>): boolean {
  if (seen.has(gateway)) return false;
  seen.add(gateway);
  return gateway.incoming.some(
    ({ source }: any) => isStage(source) || (is(source, 'bpmn:ExclusiveGateway') && followsStage(source, seen)),
  );
}

function isStage(element: any): boolean {
  const extensions: any[] = element.businessObject.extensionElements?.values ?? [];
  return extensions.some((each) => each.$type === 'zeebe:TaskDefinition' && each.type === 'partnerflow.deal-stage');
}

function prefixOf(element: any): string {
  if (isStage(element)) return 'Stage';
  if (is(element, 'bpmn:SequenceFlow')) return 'Flow';
  if (is(element, 'bpmn:Gateway')) return 'Gateway';
  if (is(element, 'bpmn:EndEvent')) return 'EndEvent';
  const timer = element.businessObject.eventDefinitions?.some(
    (each: any) => each.$type === 'bpmn:TimerEventDefinition',
  );
  if (timer) return 'Timer';
  return is(element, 'bpmn:Event') ? 'Event' : 'Task';
}
