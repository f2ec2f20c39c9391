// SPDX-License-Identifier: Apache-2.0
import type { InstructionWords } from '../instruction-words.ts';

/** How to read every number, in Spanish. */
export const numbers: InstructionWords['parts']['numbers'] = {
  heading: 'Cómo leer cada número',
  lead: 'Los porcentajes van de 0 a 100.',
  entries: {
    probability: {
      name: 'Probabilidad',
      text: 'Cómo reparte el dispositivo su creencia por el catálogo para estas fotografías; todas las entradas suman 100. Calibrada con datos de validación como los que aprendió. No es la probabilidad de que este paciente tenga la afección: no conoce la historia ni la exploración.',
    },
    evidence: {
      name: 'Se apoya en: imagen o frecuencia',
      text: 'Imagen: los modelos aprendieron la afección y la fotografía habla a su favor. Frecuencia: el número solo dice lo frecuente que es la afección.',
    },
    imageEvidence: {
      name: 'Lo que aporta la imagen',
      text: 'Qué parte de los 100 se apoya en las fotografías. Por debajo de {{threshold}} % un aviso dice que puede ser algo que los modelos no aprendieron.',
    },
    pathology: {
      name: 'Afección nombrada, o no concluyente',
      text: 'Un informe nombra la primera entrada solo si su probabilidad alcanza el umbral de la organización. No concluyente no significa sano.',
    },
    hasCondition: {
      name: 'Indicador: alguna afección',
      text: 'Lo que queda de 100 sin la entrada Hallazgo inespecífico.',
    },
    pigmented: {
      name: 'Indicador: lesión pigmentada',
      text: 'Suma de las afecciones que son lesiones pigmentadas, también las benignas.',
    },
    malignancy: {
      name: 'Indicador: malignidad',
      text: 'Suma de las afecciones malignas. Nunca es motivo para no explorar.',
    },
    urgent: {
      name: 'Indicador: derivación urgente',
      text: 'Suma de las afecciones que se deben ver en 48 horas.',
    },
    priority: {
      name: 'Indicador: derivación preferente',
      text: 'Suma de las afecciones que se deben ver en 15 días, también las urgentes.',
    },
    sensitivity: {
      name: 'Sensibilidad',
      text: 'De las fotografías de validación con la primera afección, la parte en que el modelo la encontró. Es del modelo, no de esta respuesta; falta donde nadie la midió.',
    },
    specificity: {
      name: 'Especificidad',
      text: 'De las fotografías de validación sin la primera afección, la parte en que el modelo no la nombró.',
    },
    entropy: {
      name: 'Entropía',
      text: '0: una sola afección destaca. 100: todas son igual de probables.',
    },
    quality: {
      name: 'Calidad de imagen',
      text: 'De 0 a 100, con motivos. Desde {{quality}} la fotografía es aceptable. Por debajo, se deja fuera de la respuesta común.',
    },
    skin: {
      name: 'Muestra piel',
      text: 'Cuán seguro está el dispositivo de que la fotografía muestra piel. Lo que no es piel no se puede usar.',
    },
    heatMap: {
      name: 'Mapa de calor',
      text: 'Colores cálidos: lo que más pesó para una afección. Muestra dónde miró el modelo, no dónde está o acaba la enfermedad.',
    },
    score: {
      name: 'Escala de gravedad y franja',
      text: 'El número como lo cuentan sus autores, y la franja en la que cae (1 ninguna o leve, 2 moderada, 3 grave). Las franjas de convención propia van marcadas.',
    },
    item: {
      name: 'Ítems de una escala',
      text: 'Cada uno dice cómo se obtuvo: contestado por una persona, medido o aprendido. Los medidos y aprendidos llevan una confianza; si es baja, mire usted.',
    },
    forced: {
      name: 'Escala forzada',
      text: 'Calculada porque alguien la pidió. No significa que el paciente tenga la afección.',
    },
    surface: {
      name: 'Superficie afectada',
      text: 'La parte de la piel de la imagen que parece afectada; no del cuerpo.',
    },
    change: {
      name: 'Reducción e historial',
      text: 'Cuánto por ciento ha bajado la puntuación desde la primera del mismo paciente y zona; negativo si subió. La luz, la distancia y el ángulo también la cambian.',
    },
    time: {
      name: 'Segundos',
      text: 'Cuánto tardó el dispositivo. No dice nada de la piel.',
    },
  },
};
