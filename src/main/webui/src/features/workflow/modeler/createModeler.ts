import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'bpmn-js-element-templates/dist/assets/element-templates.css';
import Modeler from 'bpmn-js/lib/Modeler';
import { CloudElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import ZeebeBehaviorsModule from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import type { Template } from '../api/templates';
import { BlockContextPad } from './BlockContextPad';
import { BlockPalette } from './BlockPalette';
import { commonModules, commonOptions } from './modules';
import { NamesDecide } from './NamesDecide';
import { PlainProperties } from './PlainProperties';
import { StageInsertion } from './StageInsertion';

const ours = {
  __init__: ['paletteProvider', 'contextPadProvider', 'namesDecide', 'plainProperties'],
  paletteProvider: ['type', BlockPalette],
  contextPadProvider: ['type', BlockContextPad],
  stageInsertion: ['type', StageInsertion],
  namesDecide: ['type', NamesDecide],
  plainProperties: ['type', PlainProperties],
};

/** The modeler with our building blocks, for the deal workflows of ops managers. */
export function createModeler(container: HTMLElement, properties: HTMLElement, templates: Template[]): Modeler {
  return new Modeler({
    container,
    ...commonOptions,
    propertiesPanel: { parent: properties },
    blocks: templates,
    elementTemplates: templates,
    additionalModules: [
      ...commonModules,
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      CloudElementTemplatesPropertiesProviderModule,
      ZeebeBehaviorsModule,
      ours,
    ],
  });
}
