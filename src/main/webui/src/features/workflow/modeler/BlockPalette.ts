import type { Template } from '../api/templates';
import { entryWithIcon } from './entryWithIcon';

/* eslint-disable @typescript-eslint/no-explicit-any -- the services of diagram-js have no types of their own */

/** The palette: our own building blocks, events and gateways, and the tools; nothing that could not be published. */
export class BlockPalette {
  static $inject = [
    'palette',
    'create',
    'elementFactory',
    'elementTemplates',
    'handTool',
    'lassoTool',
    'spaceTool',
    'globalConnect',
    'config.blocks',
  ];

  constructor(
    palette: any,
    private readonly create: any,
    private readonly elementFactory: any,
    private readonly elementTemplates: any,
    private readonly handTool: any,
    private readonly lassoTool: any,
    private readonly spaceTool: any,
    private readonly globalConnect: any,
    private readonly blocks: Template[],
  ) {
    palette.registerProvider(this);
  }

  getPaletteEntries() {
    return {
      'hand-tool': this.tool('bpmn-icon-hand-tool', 'Move the canvas', (event) => this.handTool.activateHand(event)),
      'lasso-tool': this.tool('bpmn-icon-lasso-tool', 'Select several', (event) =>
        this.lassoTool.activateSelection(event),
      ),
      'space-tool': this.tool('bpmn-icon-space-tool', 'Make or remove space', (event) =>
        this.spaceTool.activateSelection(event),
      ),
      'connect-tool': this.tool('bpmn-icon-connection-multi', 'Draw an arrow', (event) =>
        this.globalConnect.start(event),
      ),
      'tool-separator': { group: 'tools', separator: true },
      ...Object.fromEntries(this.blocks.map((block) => [`create.${block.id}`, this.block(block)])),
      'block-separator': { group: 'blocks', separator: true },
      'create.gateway': this.shape('bpmn-icon-gateway-xor', 'Decision', { type: 'bpmn:ExclusiveGateway' }),
      'create.end': this.shape('bpmn-icon-end-event-none', 'End', { type: 'bpmn:EndEvent' }),
    };
  }

  private tool(className: string, title: string, action: (event: Event) => void) {
    return { group: 'tools', className, title, action: { click: action } };
  }

  private block(block: Template) {
    const start = (event: Event) => this.create.start(event, this.elementTemplates.createElement(block));
    return {
      group: 'blocks',
      title: `${block.name}: ${block.description ?? ''}`,
      html: entryWithIcon(block),
      action: { click: start, dragstart: start },
    };
  }

  private shape(className: string, title: string, attributes: object) {
    const start = (event: Event) => this.create.start(event, this.elementFactory.createShape(attributes));
    return { group: 'flow', className, title, action: { click: start, dragstart: start } };
  }
}
