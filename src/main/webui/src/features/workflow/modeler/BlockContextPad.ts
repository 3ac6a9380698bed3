import { is } from 'bpmn-js/lib/util/ModelUtil';
import type { Template } from '../api/templates';
import { entryWithIcon } from './entryWithIcon';
import type { StageInsertion } from './StageInsertion';

/* eslint-disable @typescript-eslint/no-explicit-any -- the services of diagram-js have no types of their own */

/** What can be done at an element: add a stage, a decision or an end after it, connect it, delete it. */
export class BlockContextPad {
  static $inject = [
    'contextPad',
    'autoPlace',
    'elementFactory',
    'connect',
    'modeling',
    'directEditing',
    'stageInsertion',
    'config.blocks',
  ];

  constructor(
    contextPad: any,
    private readonly autoPlace: any,
    private readonly elementFactory: any,
    private readonly connect: any,
    private readonly modeling: any,
    private readonly directEditing: any,
    private readonly stageInsertion: StageInsertion,
    private readonly blocks: Template[],
  ) {
    contextPad.registerProvider(this);
  }

  getContextPadEntries(element: any) {
    const remove = {
      delete: this.entry('edit', 'bpmn-icon-trash', 'Delete', () => this.modeling.removeElements([element])),
    };
    if (element.type === 'label') return {};
    if (is(element, 'bpmn:SequenceFlow')) {
      return {
        name: this.entry('edit', 'bpmn-icon-text-annotation', 'Name', () => this.directEditing.activate(element)),
        ...remove,
      };
    }
    if (!is(element, 'bpmn:FlowNode')) return remove;
    const withoutStart = is(element, 'bpmn:StartEvent') ? {} : remove;
    if (is(element, 'bpmn:EndEvent')) return withoutStart;
    return { ...this.appending(element), ...withoutStart };
  }

  private appending(element: any) {
    const stage = this.blocks.find((block) => block.id === 'org.partnerflow.deal-stage');
    const append = (attributes: object) => () => {
      const shape = this.autoPlace.append(element, this.elementFactory.createShape(attributes));
      this.directEditing.activate(shape ?? element);
    };
    const startConnecting = (event: Event) => this.connect.start(event, element);
    return {
      ...(stage && {
        'append.stage': {
          ...this.entry('append', '', 'Add deal stage after this', () => this.stageInsertion.after(element, stage)),
          html: entryWithIcon(stage),
        },
      }),
      'append.gateway': this.entry(
        'append',
        'bpmn-icon-gateway-xor',
        'Add decision after this',
        append({ type: 'bpmn:ExclusiveGateway' }),
      ),
      'append.end': this.entry(
        'append',
        'bpmn-icon-end-event-none',
        'Add end after this',
        append({ type: 'bpmn:EndEvent' }),
      ),
      connect: {
        ...this.entry('connect', 'bpmn-icon-connection-multi', 'Draw an arrow', startConnecting),
        action: { click: startConnecting, dragstart: startConnecting },
      },
    };
  }

  private entry(group: string, className: string, title: string, click: (event: Event) => void) {
    return { group, className, title, action: { click } };
  }
}
