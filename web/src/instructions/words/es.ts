// SPDX-License-Identifier: Apache-2.0
import type { InstructionWords } from '../instruction-words.ts';
import { numbers } from './es-numbers.ts';

/** Every word of the Instructions For Use, in Spanish. */
export const es: InstructionWords = {
  title: 'OpenDerm: instrucciones de uso',
  heading: 'Instrucciones de uso',
  lead: 'Lea esto antes de actuar según una respuesta. Dice para qué sirve el dispositivo, para qué no debe usarse, cómo fotografiar y cómo leer cada número.',
  contents: 'En esta página',
  parts: {
    purpose: {
      heading: 'Uso previsto',
      lead: 'Apoyo a la decisión, siempre preliminar. No es un producto sanitario certificado: quien lo pone en servicio responde de su uso.',
      entries: {
        purpose: {
          name: 'Finalidad',
          text: 'Apoyar a un profesional clínico que valora un problema de la piel: ordena las afecciones que encajan con las fotografías, dice si las fotografías se pueden valorar y calcula escalas de gravedad de afecciones cutáneas.',
        },
        users: {
          name: 'Usuarios',
          text: 'Profesionales clínicos, y programas que les muestran las respuestas. Cualquiera puede hacer las fotografías. Quien lee las respuestas debe conocer las enfermedades de la piel y esta página.',
        },
        people: {
          name: 'De quién es la piel',
          text: 'Personas adultas con un problema visible en la piel. Los niños, la piel oscura, el pelo, las uñas, los genitales, las palmas y las plantas apenas figuran en los datos con que aprendieron los modelos: cuente con más errores.',
        },
        place: {
          name: 'Dónde',
          text: 'En consultas, clínicas y atención a distancia, siempre que un profesional revise la respuesta junto con la historia y la exploración antes de decidir nada.',
        },
        gives: {
          name: 'Qué ofrece',
          text: 'Una lista ordenada de todo el catálogo, indicadores, calidad de imagen con consejos, mapas de calor, escalas de gravedad con sus ítems e informes de todo ello.',
        },
      },
    },
    limits: {
      heading: 'Cuándo no usarlo',
      lead: 'En estos casos la respuesta no vale nada, o es peor que nada.',
      entries: {
        alone: {
          name: 'Para decidir por sí solo',
          text: 'Ningún diagnóstico, derivación, tratamiento ni su rechazo puede apoyarse solo en la respuesta.',
        },
        exclude: {
          name: 'Para descartar una enfermedad',
          text: 'No puede descartar nada. Una lesión sospechosa se explora y, si hace falta, se extirpa, digan lo que digan los números.',
        },
        emergency: {
          name: 'Urgencias',
          text: 'Fiebre con erupción, hinchazón de la cara, dificultad para respirar, ampollas extensas, un enrojecimiento que avanza deprisa o un dolor intenso necesitan ayuda ahora, no una fotografía.',
        },
        place: {
          name: 'Otros tejidos',
          text: 'Mucosas, ojos, heridas abiertas en quirófano y animales.',
        },
        picture: {
          name: 'Imágenes alteradas',
          text: 'Capturas, fotografías de una pantalla o de un impreso, filtros y modos de belleza, dibujos, imágenes generadas.',
        },
        commercial: {
          name: 'Uso comercial de los modelos por defecto',
          text: 'Algunos modelos aprendieron de fotografías que solo permiten un uso no comercial. La respuesta lleva entonces un aviso; el operador puede elegir el conjunto libre de modelos.',
        },
      },
    },
    warnings: {
      heading: 'Advertencias',
      lead: '',
      entries: {
        low: {
          name: 'Un número bajo no tranquiliza',
          text: 'Un melanoma al final de la lista sigue siendo posible. Lo que le preocupa en la consulta cuenta más que la lista.',
        },
        first: {
          name: 'Primero juzgue, después lea',
          text: 'Una lista en la pantalla atrae la mirada. Fórmese su propia opinión antes de abrir la respuesta.',
        },
        unknown: {
          name: 'La mayoría de las afecciones solo se conocen por su nombre',
          text: 'Los modelos de imagen aprendieron alrededor de una docena de lesiones. Todo lo demás del catálogo se sitúa según su frecuencia y se marca así.',
        },
        flags: {
          name: 'Nadie ha firmado los indicadores',
          text: 'Qué afecciones cuentan como urgentes, preferentes o malignas es una propuesta de ingenieros. Un profesional clínico tiene que firmarla antes del uso clínico.',
        },
        severity: {
          name: 'La gravedad medida no es el juicio de un profesional',
          text: 'El enrojecimiento, el grosor, la descamación y otros signos se miden por el color y la textura, y solo se contrastaron con piel sintética. Algunas escalas no tienen franjas publicadas o nunca se validaron; lo dicen.',
        },
        patient: {
          name: 'No entregue la lista a los pacientes',
          text: 'Hay una hoja para ellos. No nombra ninguna afección y siempre pide que se enseñe a un profesional.',
        },
        harm: {
          name: 'Si dañó a alguien, o pudo hacerlo',
          text: 'Deje de fiarse de la respuesta, avise a la persona responsable del dispositivo y comuníquelo a la autoridad y al proyecto, sin fotografías ni nombres.',
        },
      },
    },
    photograph: {
      heading: 'Cómo fotografiar',
      lead: 'La respuesta es tan buena como la fotografía.',
      entries: {
        light: {
          name: 'Luz',
          text: 'Luz de día lateral, sin flash, sin la sombra del teléfono. Limpie la lente.',
        },
        distance: {
          name: 'Distancia',
          text: 'De 10 a 15 cm para una lesión, la longitud de un brazo para una erupción. No use el zoom digital.',
        },
        frame: {
          name: 'Encuadre',
          text: 'La lesión ocupa alrededor de un tercio de la imagen, con piel sana alrededor. Retire maquillaje, cremas, apósitos y pelo.',
        },
        focus: {
          name: 'Enfoque',
          text: 'Sujete el teléfono paralelo a la piel, toque la lesión, espere a que se vea nítida y no se mueva.',
        },
        views: {
          name: 'Varias vistas',
          text: 'Dos o tres de la misma lesión: de cerca, de lado y desde más lejos. Lesiones distintas van en solicitudes distintas.',
        },
        severity: {
          name: 'Para una escala de gravedad',
          text: 'Toda la zona sin ropa, con la misma luz, distancia y postura que la última vez. Diga qué zona del cuerpo es.',
        },
        dermoscopy: {
          name: 'Dermatoscopia',
          text: 'Está permitida: el dispositivo dice si toma la imagen por clínica o dermatoscópica. Líquido sin burbujas y la lesión entera a la vista.',
        },
        privacy: {
          name: 'Privacidad',
          text: 'Sin caras, nombres, tatuajes ni joyas a la vista si no hacen falta. Pida el consentimiento.',
        },
      },
    },
    numbers,
    care: {
      heading: 'Antes del uso y durante el uso',
      lead: '',
      entries: {
        measure: {
          name: 'Mida con sus propias fotografías',
          text: 'La exactitud se midió con imágenes de las mismas fuentes que los datos de aprendizaje. La línea de órdenes la comprueba con las suyas antes de que nadie se fíe.',
        },
        train: {
          name: 'Forme a quien lee',
          text: 'Quien actúa según las respuestas lee esta página y la ficha de un modelo, y sabe a quién avisar de los errores.',
        },
        data: {
          name: 'Adónde van las fotografías',
          text: 'A este servidor y a ningún otro sitio. Los informes se guardan con sus fotografías, sin metadatos, hasta que acaban los plazos de la organización.',
        },
        record: {
          name: 'Qué archivar',
          text: 'El PDF, o el número del informe: el registro guarda los modelos y versiones que dieron la respuesta.',
        },
        updates: {
          name: 'Tras una actualización',
          text: 'Los modelos y las franjas pueden haber cambiado. Compare con cautela puntuaciones de versiones distintas.',
        },
      },
    },
  },
  versions: {
    heading: 'Versiones',
    lead: 'Qué responde aquí hoy. Cada respuesta e informe nombra las versiones de las que procede.',
    software: 'Programa',
    catalogue: 'Catálogo de afecciones',
    models: 'Modelos',
    model: 'Modelo',
    version: 'Versión',
    licence: 'Licencia',
    unknown: 'El dispositivo no lo ha dicho.',
    signIn:
      'El catálogo y los modelos se muestran aquí tras iniciar sesión en la página de inicio, en la misma pestaña.',
    status: 'Estado',
    notCertified: 'No está certificado como producto sanitario.',
  },
};
