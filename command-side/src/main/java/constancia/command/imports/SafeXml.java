package constancia.command.imports;

import static constancia.command.imports.UnreadableFile.Problem.*;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.DefaultHandler;

/** XML as events: no document type, no entities, nothing fetched, no bottomless nesting. */
final class SafeXml {

    private SafeXml() {
    }

    /** @throws UnreadableFile if the part declares a document type or is not well-formed */
    static void parse(InputStream part, DefaultHandler handler) {
        try (part) {
            XMLReader reader = reader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.parse(new InputSource(part));
        } catch (SAXException | IOException | ParserConfigurationException malformed) {
            throw zipBomb(malformed) ? new UnreadableFile(WORKBOOK_TOO_LARGE) : new UnreadableFile(DAMAGED_WORKBOOK);
        }
    }

    private static XMLReader reader() throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        XMLReader reader = factory.newSAXParser().getXMLReader();
        reader.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", String.valueOf(Limits.XML_DEPTH));
        reader.setProperty("http://xml.org/sax/properties/lexical-handler", new DefaultHandler2() {
            @Override
            public void startDTD(String name, String publicId, String systemId) {
                throw new UnreadableFile(DOCTYPE_REFUSED);
            }
        });
        reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        return reader;
    }

    /** POI says it only in words. */
    private static boolean zipBomb(Exception failure) {
        return failure instanceof IOException && String.valueOf(failure.getMessage()).contains("Zip bomb");
    }
}
