import { is } from 'bpmn-js/lib/util/ModelUtil';
import type { Template } from '../api/templates';

/* eslint-disable @typescript-eslint/no-explicit-any -- the services of diagram-js have no types of their own */

const room = 150;

/** Puts a stage between an element and the one that follows it, and makes room for it; the name is asked for at once. */
export class StageInsertion {
  static $inject = [
    'elementTemplates',
    'modeling',
    'spaceTool',
    'elementRegistry',
    'autoPlace',
    'directEditing',
    'selection',
  ];

  constructor(
    private readonly elementTemplates: any,
    private readonly modeling: any,
    private readonly spaceTool: any,
    private readonly elementRegistry: any,
    private readonly autoPlace: any,
    private readonly directEditing: any,
    private readonly selection: any,
  ) {}

  after(element: any, template: Template) {
    const flows = element.outgoing.filter((flow: any) => is(flow, 'bpmn:SequenceFlow'));
    const shape = this.elementTemplates.createElement(template);
    const placed =
      flows.length === 1 && this.leadsRight(element, flows[0])
        ? this.insert(element, flows[0], shape)
        : this.autoPlace.append(element, shape);
    this.selection.select(placed ?? shape);
    this.directEditing.activate(placed ?? shape);
  }

  private leadsRight(element: any, flow: any) {
    const [first, second] = flow.waypoints;
    return second.x > first.x && Math.abs(second.y - first.y) < 5 && first.x >= element.x + element.width - 5;
  }

  private insert(element: any, flow: any, shape: any) {
    const start = element.x + element.width + 1;
    const all = this.elementRegistry.filter((each: any) => each.parent);
    const { movingShapes, resizingShapes } = this.spaceTool.calculateAdjustments(all, 'x', room, start);
    this.spaceTool.makeSpace(movingShapes, resizingShapes, { x: room, y: 0 }, 'e', start);
    const [first, second] = flow.waypoints;
    const position = { x: Math.round((first.x + second.x) / 2), y: first.y };
    return this.modeling.createShape(shape, position, flow);
  }
}
