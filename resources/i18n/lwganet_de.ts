<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Actions</name>
    <message>
      <source>{} was deleted.</source>
      <translation>{} wurde gelöscht.</translation>
    </message>
    <message>
      <source>{} cannot be written: {}</source>
      <translation>{} kann nicht geschrieben werden: {}</translation>
    </message>
    <message>
      <source>The model is described in {}.</source>
      <translation>Das Modell ist in {} beschrieben.</translation>
    </message>
    <message>
      <source>All {} files of {} are as they should be (sha256).</source>
      <translation>Alle {} Dateien von {} sind, wie sie sein sollen (sha256).</translation>
    </message>
    <message>
      <source>Verify</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Herunterladen</translation>
    </message>
    <message>
      <source>Publish</source>
      <translation>Veröffentlichen</translation>
    </message>
    <message>
      <source>Others can add {} as a catalogue, or its address once the folder lies on a server.</source>
      <translation>Andere können {} als Katalog hinzufügen, oder seine Adresse, sobald der Ordner auf einem Server liegt.</translation>
    </message>
    <message>
      <source>Read catalogues</source>
      <translation>Kataloge lesen</translation>
    </message>
    <message>
      <source>{} is ready: it is in the list of its tool.</source>
      <translation>{} ist bereit: Es steht in der Liste seines Werkzeugs.</translation>
    </message>
    <message>
      <source>Another job is at work: wait for it, or cancel it.</source>
      <translation>Es läuft schon etwas anderes: abwarten oder abbrechen.</translation>
    </message>
    <message>
      <source>Cancelled; nothing of it is left.</source>
      <translation>Abgebrochen; nichts davon bleibt zurück.</translation>
    </message>
    <message>
      <source>The disk said: {}. Is there room, and may you write there?</source>
      <translation>Das Dateisystem meldet: {}. Ist dort Platz, und darf dort geschrieben werden?</translation>
    </message>
  </context>
  <context>
    <name>BeginPanel</name>
    <message>
      <source>Review the changes…</source>
      <translation>Veränderungen prüfen…</translation>
    </message>
    <message>
      <source>Puts the polygons of the whole area into a GeoPackage to accept or reject them one by one.</source>
      <translation>Legt die Polygone des ganzen Gebiets in ein GeoPackage, um sie einzeln anzunehmen oder abzulehnen.</translation>
    </message>
    <message>
      <source>&lt;b&gt;There is no review yet.&lt;/b&gt; Set the threshold on the page &lt;a href="tune"&gt;Tune&lt;/a&gt;, then review the changes: each is shown on both maps, and A, R or U says what it is.</source>
      <translation>&lt;b&gt;Es gibt noch keine Prüfung.&lt;/b&gt; Stellen Sie auf der Seite &lt;a href="tune"&gt;Anpassen&lt;/a&gt; den Schwellenwert ein und prüfen Sie dann die Veränderungen: Jede wird auf beiden Karten gezeigt, und A, R oder U sagt, was sie ist.</translation>
    </message>
    <message>
      <source>&lt;b&gt;There is no review yet.&lt;/b&gt; First run the model on the whole area, on the page &lt;a href="images"&gt;Images&lt;/a&gt;; or open a review that was kept.</source>
      <translation>&lt;b&gt;Es gibt noch keine Prüfung.&lt;/b&gt; Lassen Sie zuerst auf der Seite &lt;a href="images"&gt;Bilder&lt;/a&gt; das Modell über das ganze Gebiet laufen, oder öffnen Sie eine gespeicherte Prüfung.</translation>
    </message>
  </context>
  <context>
    <name>CardPanel</name>
    <message>
      <source>Download…</source>
      <translation>Herunterladen…</translation>
    </message>
    <message>
      <source>Shows the licence, then downloads the model.</source>
      <translation>Zeigt die Lizenz und lädt dann das Modell herunter.</translation>
    </message>
    <message>
      <source>Make default</source>
      <translation>Als Vorgabe</translation>
    </message>
    <message>
      <source>The tools and the change window then begin with this model.</source>
      <translation>Die Werkzeuge und das Veränderungsfenster beginnen dann mit diesem Modell.</translation>
    </message>
    <message>
      <source>Verify</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <source>Compares the files with the sha256 on the card.</source>
      <translation>Vergleicht die Dateien mit den sha256-Summen der Modellbeschreibung.</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Shows the files of the model.</source>
      <translation>Zeigt die Dateien des Modells.</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <source>Writes the card as a STAC item with the MLM extension, for catalogues.</source>
      <translation>Schreibt die Modellbeschreibung als STAC-Item mit der MLM-Erweiterung, für Kataloge.</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>Löschen…</translation>
    </message>
    <message>
      <source>Removes a model of yours from the disk.</source>
      <translation>Entfernt ein eigenes Modell von der Festplatte.</translation>
    </message>
  </context>
  <context>
    <name>CataloguesDialog</name>
    <message>
      <source>Catalogues of models</source>
      <translation>Modellkataloge</translation>
    </message>
    <message>
      <source>Catalogues besides the one that comes with the plugin.</source>
      <translation>Kataloge neben dem, der mit der Erweiterung kommt.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Forgets the chosen catalogue; models that you got from it stay.</source>
      <translation>Vergisst den gewählten Katalog; von dort geholte Modelle bleiben.</translation>
    </message>
    <message>
      <source>A catalogue.json or a STAC item or collection of models, by its URL or as a file; or a model definition of Esri (.emd, .dlpk) as a file, which is read as a description alone.</source>
      <translation>Eine catalogue.json oder ein STAC-Item oder eine STAC-Collection von Modellen, als URL oder Datei; oder eine Modelldefinition von Esri (.emd, .dlpk) als Datei, die nur als Beschreibung gelesen wird.</translation>
    </message>
    <message>
      <source>Catalogues and descriptions</source>
      <translation>Kataloge und Beschreibungen</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Alle Dateien</translation>
    </message>
    <message>
      <source>https://… or a file</source>
      <translation>https://… oder eine Datei</translation>
    </message>
    <message>
      <source>How to sign in to the catalogue's server, where it asks who you are.</source>
      <translation>Wie man sich beim Server des Katalogs anmeldet, wenn er danach fragt.</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <source>Adds the catalogue to the list.</source>
      <translation>Nimmt den Katalog in die Liste auf.</translation>
    </message>
    <message>
      <source>A catalogue says which models there are and where they lie. Add those of people that you trust.</source>
      <translation>Ein Katalog sagt, welche Modelle es gibt und wo sie liegen. Fügen Sie Kataloge von Leuten hinzu, denen Sie vertrauen.</translation>
    </message>
    <message>
      <source>Address or file</source>
      <translation>Adresse oder Datei</translation>
    </message>
    <message>
      <source>Sign in with</source>
      <translation>Anmelden mit</translation>
    </message>
  </context>
  <context>
    <name>ChangeState</name>
    <message>
      <source>The pair was not measured: whether one image lies aside is not known.</source>
      <translation>Das Paar wurde nicht vermessen: Ob die Bilder gegeneinander verschoben sind, ist nicht bekannt.</translation>
    </message>
    <message>
      <source>The pair was not measured: its pixels did not come within {} seconds. It can be run all the same; or choose a smaller area, and measure again.</source>
      <translation>Das Paar wurde nicht vermessen: Seine Pixel kamen nicht innerhalb von {} Sekunden. Ein Lauf ist trotzdem möglich; oder wählen Sie ein kleineres Gebiet und messen Sie noch einmal.</translation>
    </message>
    <message>
      <source>Probability of change</source>
      <translation>Wahrscheinlichkeit der Veränderung</translation>
    </message>
    <message>
      <source>{} cannot be read.</source>
      <translation>{} kann nicht gelesen werden.</translation>
    </message>
  </context>
  <context>
    <name>ChangeWindow</name>
    <message>
      <source>Change between two dates</source>
      <translation>Veränderung zwischen zwei Zeitpunkten</translation>
    </message>
    <message>
      <source>Open a review…</source>
      <translation>Prüfung öffnen…</translation>
    </message>
    <message>
      <source>Goes on with a review that was kept in a GeoPackage.</source>
      <translation>Setzt eine Prüfung fort, die in einem GeoPackage aufbewahrt wurde.</translation>
    </message>
    <message>
      <source>Keys…</source>
      <translation>Tasten…</translation>
    </message>
    <message>
      <source>What each key does in this window.</source>
      <translation>Was jede Taste in diesem Fenster tut.</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Tune</source>
      <translation>Anpassen</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <source>Deliver</source>
      <translation>Abgabe</translation>
    </message>
    <message>
      <source>Series</source>
      <translation>Zeitreihe</translation>
    </message>
    <message>
      <source>Stop the run; give up an outline that is being drawn</source>
      <translation>Den Lauf anhalten; einen Umriss, der gezeichnet wird, verwerfen</translation>
    </message>
    <message>
      <source>This list</source>
      <translation>Diese Liste</translation>
    </message>
    <message>
      <source>Handed in.</source>
      <translation>Abgegeben.</translation>
    </message>
    <message>
      <source>Where to keep the review</source>
      <translation>Wo die Prüfung aufbewahrt wird</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>First change</source>
      <translation>Erste Veränderung</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Einrichten…</translation>
    </message>
    <message>
      <source>Opens the window that sets up the engine.</source>
      <translation>Öffnet das Fenster, das die Engine einrichtet.</translation>
    </message>
    <message>
      <source>The model is running. Stop it and close the window?</source>
      <translation>Das Modell läuft. Anhalten und das Fenster schließen?</translation>
    </message>
    <message>
      <source>Stop and close</source>
      <translation>Anhalten und schließen</translation>
    </message>
    <message>
      <source>Keep running</source>
      <translation>Weiterlaufen lassen</translation>
    </message>
  </context>
  <context>
    <name>CheckpointPage</name>
    <message>
      <source>A checkpoint of PyTorch. Network and number of classes are read from it; you are told if it does not say which classes they are.</source>
      <translation>Ein Checkpoint von PyTorch. Netz und Anzahl der Klassen werden daraus gelesen; sagt er nicht, welche Klassen es sind, wird das gemeldet.</translation>
    </message>
    <message>
      <source>What it was trained on.</source>
      <translation>Womit es trainiert wurde.</translation>
    </message>
    <message>
      <source>as the file says, or its number of classes tells</source>
      <translation>wie die Datei sagt oder ihre Klassenzahl verrät</translation>
    </message>
    <message>
      <source>For data of your own: names in the file's order, with commas between them.</source>
      <translation>Für eigene Daten: Namen in der Reihenfolge der Datei, durch Kommas getrennt.</translation>
    </message>
    <message>
      <source>Metres of a pixel on the ground, of its training images.</source>
      <translation>Meter je Pixel am Boden, der Trainingsbilder.</translation>
    </message>
    <message>
      <source>as the data set has it</source>
      <translation>wie der Datensatz sie hat</translation>
    </message>
    <message>
      <source>The file</source>
      <translation>Die Datei</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>Ground resolution (m)</source>
      <translation>Bodenauflösung (m)</translation>
    </message>
    <message>
      <source>The ground resolution has to be a number above 0.</source>
      <translation>Die Bodenauflösung muss eine Zahl über 0 sein.</translation>
    </message>
  </context>
  <context>
    <name>Choice</name>
    <message>
      <source>The pair was not measured: whether one image lies aside is not known.</source>
      <translation>Das Paar wurde nicht vermessen: Ob die Bilder gegeneinander verschoben sind, ist nicht bekannt.</translation>
    </message>
    <message>
      <source>The pair was not measured: its pixels did not come within {} seconds. It can be run all the same; or choose a smaller area, and measure again.</source>
      <translation>Das Paar wurde nicht vermessen: Seine Pixel kamen nicht innerhalb von {} Sekunden. Ein Lauf ist trotzdem möglich; oder wählen Sie ein kleineres Gebiet und messen Sie noch einmal.</translation>
    </message>
  </context>
  <context>
    <name>ChoosePage</name>
    <message>
      <source>Change…</source>
      <translation>Ändern…</translation>
    </message>
    <message>
      <source>Chooses another folder, e.g. on a disk with more space.</source>
      <translation>Wählt einen anderen Ordner, z. B. auf einem Laufwerk mit mehr Platz.</translation>
    </message>
    <message>
      <source>Set up</source>
      <translation>Einrichten</translation>
    </message>
    <message>
      <source>Downloads the packages into your profile, and tests them.</source>
      <translation>Lädt die Pakete ins Profil herunter und prüft sie.</translation>
    </message>
    <message>
      <source>Use this Python…</source>
      <translation>Dieses Python verwenden…</translation>
    </message>
    <message>
      <source>For a Python of your own that has the packages. It is tested before it is used.</source>
      <translation>Für ein eigenes Python, das die Pakete hat. Es wird geprüft, bevor es verwendet wird.</translation>
    </message>
    <message>
      <source>Install from a folder of wheels…</source>
      <translation>Aus einem Ordner mit Wheels…</translation>
    </message>
    <message>
      <source>For a computer without network.</source>
      <translation>Für einen Rechner ohne Netzwerk.</translation>
    </message>
    <message>
      <source>Make such a folder…</source>
      <translation>Solchen Ordner erstellen…</translation>
    </message>
    <message>
      <source>Downloads the packages into a folder, for this computer or another.</source>
      <translation>Lädt die Pakete in einen Ordner herunter, für diesen oder einen anderen Rechner.</translation>
    </message>
    <message>
      <source>What shall the models run on?</source>
      <translation>Worauf sollen die Modelle rechnen?</translation>
    </message>
    <message>
      <source>{} to download, {} on disk</source>
      <translation>{} herunterzuladen, {} auf der Platte</translation>
    </message>
    <message>
      <source>Other ways</source>
      <translation>Andere Wege</translation>
    </message>
    <message>
      <source>For this computer ({}) no engine is published. Use a Python of your own that has the packages numpy, rasterio, shapely and onnxruntime.</source>
      <translation>Für diesen Rechner ({}) gibt es keine fertige Engine. Ein eigenes Python verwenden, das die Pakete numpy, rasterio, shapely und onnxruntime hat.</translation>
    </message>
    <message>
      <source>The engine in use: {} ({}).</source>
      <translation>Verwendete Engine: {} ({}).</translation>
    </message>
    <message>
      <source>The models run in a program of their own, the engine. It is set up once; nothing is added to QGIS's own Python.</source>
      <translation>Die Modelle laufen in einem eigenen Programm, der Engine. Sie wird einmal eingerichtet; dem Python von QGIS wird nichts hinzugefügt.</translation>
    </message>
    <message>
      <source>Where engines shall lie</source>
      <translation>Wo Engines liegen sollen</translation>
    </message>
    <message>
      <source>It goes to {}, where {} are free.</source>
      <translation>Sie kommt nach {}, dort sind {} frei.</translation>
    </message>
    <message>
      <source>That is not enough: {} are needed.</source>
      <translation>Das reicht nicht: {} werden gebraucht.</translation>
    </message>
  </context>
  <context>
    <name>ChoosePanel</name>
    <message>
      <source>The earlier image; results lie on its grid.</source>
      <translation>Das frühere Bild; die Ergebnisse liegen auf seinem Gitter.</translation>
    </message>
    <message>
      <source>The later image of the same place.</source>
      <translation>Das spätere Bild desselben Ortes.</translation>
    </message>
    <message>
      <source>Swap</source>
      <translation>Tauschen</translation>
    </message>
    <message>
      <source>Makes the later image the earlier one.</source>
      <translation>Macht das spätere Bild zum früheren.</translation>
    </message>
    <message>
      <source>The network. Its card says which kind of change it was trained for.</source>
      <translation>Das Netz. Seine Beschreibung sagt, für welche Art von Veränderung es trainiert wurde.</translation>
    </message>
    <message>
      <source>Band numbers in the model's order, e.g. 4,3,2. Empty: by colour interpretation.</source>
      <translation>Nummern der Kanäle in der Reihenfolge des Modells, z.B. 4,3,2. Leer: nach der Farbinterpretation.</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>Where to compare: of the map, of a layer, or drawn. Empty: all that both share.</source>
      <translation>Wo verglichen wird: Ausdehnung der Karte, eines Layers oder gezeichnet. Leer: alles, was beide gemeinsam haben.</translation>
    </message>
    <message>
      <source>Compares inside these polygons only.</source>
      <translation>Vergleicht nur innerhalb dieser Polygone.</translation>
    </message>
    <message>
      <source>Correct the shift</source>
      <translation>Versatz korrigieren</translation>
    </message>
    <message>
      <source>Moves the image after onto the image before, as was measured.</source>
      <translation>Schiebt das Nachher-Bild auf das Vorher-Bild, wie gemessen.</translation>
    </message>
    <message>
      <source>Match brightness</source>
      <translation>Helligkeit angleichen</translation>
    </message>
    <message>
      <source>Brings the values of the image after to those of the image before, band by band.</source>
      <translation>Gleicht die Werte des Nachher-Bildes Kanal für Kanal an die des Vorher-Bildes an.</translation>
    </message>
    <message>
      <source>When it was taken, e.g. 2014-07-31; guessed from the layer.</source>
      <translation>Wann es aufgenommen wurde, z.B. 2014-07-31; aus dem Layer erraten.</translation>
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation>JJJJ-MM-TT</translation>
    </message>
    <message>
      <source>All that both share</source>
      <translation>Alles, was beide gemeinsam haben</translation>
    </message>
    <message>
      <source>everywhere</source>
      <translation>überall</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Nachher</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Kanäle</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Gebiet</translation>
    </message>
    <message>
      <source>Inside</source>
      <translation>Innerhalb</translation>
    </message>
    <message>
      <source>The pair</source>
      <translation>Das Bildpaar</translation>
    </message>
  </context>
  <context>
    <name>ClassTable</name>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <source>Say how many classes there are, and name them.</source>
      <translation>Angeben, wie viele Klassen es gibt, und sie benennen.</translation>
    </message>
    <message>
      <source>Name the classes (still without a name: {}).</source>
      <translation>Die Klassen benennen (noch ohne Namen: {}).</translation>
    </message>
    <message>
      <source>Names of classes cannot have commas.</source>
      <translation>Namen von Klassen dürfen keine Kommas enthalten.</translation>
    </message>
  </context>
  <context>
    <name>DonePage</name>
    <message>
      <source>Open Segment image…</source>
      <translation>Bild segmentieren öffnen…</translation>
    </message>
    <message>
      <source>The tool that makes a map of an image.</source>
      <translation>Das Werkzeug, das aus einem Bild eine Karte macht.</translation>
    </message>
    <message>
      <source>Finish</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Closes this window.</source>
      <translation>Schließt dieses Fenster.</translation>
    </message>
    <message>
      <source>Load an image with red, green and blue, e.g. an aerial photograph.</source>
      <translation>Ein Bild mit Rot, Grün und Blau laden, z. B. ein Luftbild.</translation>
    </message>
    <message>
      <source>Open the tool &lt;i&gt;Segment image&lt;/i&gt;, below or in the Processing Toolbox, LWGANet.</source>
      <translation>Das Werkzeug &lt;i&gt;Bild segmentieren&lt;/i&gt; öffnen, unten oder in der Werkzeugkiste unter LWGANet.</translation>
    </message>
    <message>
      <source>Choose the image and press Run: the map comes into the project.</source>
      <translation>Das Bild wählen und auf „Starte“ drücken: Die Karte kommt ins Projekt.</translation>
    </message>
    <message>
      <source>To compare two dates: Raster &amp;gt; LWGANet &amp;gt; &lt;i&gt;Change between two dates&lt;/i&gt;.</source>
      <translation>Zwei Zeitpunkte vergleichen: Raster &amp;gt; LWGANet &amp;gt; &lt;i&gt;Veränderung zwischen zwei Zeitpunkten&lt;/i&gt;.</translation>
    </message>
    <message>
      <source>The engine is ready</source>
      <translation>Die Engine ist bereit</translation>
    </message>
    <message>
      <source>First steps</source>
      <translation>Erste Schritte</translation>
    </message>
  </context>
  <context>
    <name>EngineBox</name>
    <message>
      <source>Engine</source>
      <translation>Engine</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Einrichten…</translation>
    </message>
    <message>
      <source>Makes an engine, or chooses another one, in a window of its own.</source>
      <translation>Richtet in einem eigenen Fenster eine Engine ein oder wählt eine andere.</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Testen</translation>
    </message>
    <message>
      <source>Starts the engine and compares a tiny network's numbers.</source>
      <translation>Startet die Engine und vergleicht die Zahlen eines winzigen Netzes.</translation>
    </message>
    <message>
      <source>The Python that runs the engine. Empty: the plugin finds one by itself.</source>
      <translation>Das Python, das die Engine ausführt. Leer: das Plugin findet selbst eines.</translation>
    </message>
    <message>
      <source>found by itself</source>
      <translation>wird selbst gefunden</translation>
    </message>
    <message>
      <source>Python</source>
      <translation>Python</translation>
    </message>
    <message>
      <source>{}: {}</source>
      <translation>{}: {}</translation>
    </message>
    <message>
      <source>The engine is being tested…</source>
      <translation>Die Engine wird getestet…</translation>
    </message>
  </context>
  <context>
    <name>EngineEntry</name>
    <message>
      <source>Engine…</source>
      <translation>Engine…</translation>
    </message>
    <message>
      <source>Sets up the program in which the models run, or shows which one is used.</source>
      <translation>Richtet das Programm ein, in dem die Modelle laufen, oder zeigt, welches verwendet wird.</translation>
    </message>
    <message>
      <source>LWGANet is installed. Its models need an engine, which is set up once.</source>
      <translation>LWGANet ist installiert. Seine Modelle brauchen eine Engine, die einmal eingerichtet wird.</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Einrichten…</translation>
    </message>
  </context>
  <context>
    <name>FailurePage</name>
    <message>
      <source>Copy details</source>
      <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
      <source>Puts the report of the set-up on the clipboard, without passwords, to be pasted into a ticket.</source>
      <translation>Legt den Bericht der Einrichtung ohne Passwörter in die Zwischenablage, für eine Fehlermeldung.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>To the choice of the engine, to try again.</source>
      <translation>Zur Auswahl der Engine, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
      <source>More about this, with all steps</source>
      <translation>Mehr dazu, mit allen Schritten (englisch)</translation>
    </message>
    <message>
      <source>Nothing of this set-up is left, and an engine that worked before still works.</source>
      <translation>Von dieser Einrichtung ist nichts übrig, und eine Engine, die vorher funktioniert hat, funktioniert weiter.</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
  </context>
  <context>
    <name>FeedForm</name>
    <message>
      <source>What the network was trained with. If you do not know: most are fed 0 to 1.</source>
      <translation>Womit das Netz trainiert wurde. Ist es nicht bekannt: die meisten werden mit 0 bis 1 gefüttert.</translation>
    </message>
    <message>
      <source>Subtracted from the values: one number, or one for each band, with blanks between.</source>
      <translation>Wird von den Werten abgezogen: eine Zahl oder eine je Kanal, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
      <source>What they are divided by after that.</source>
      <translation>Wodurch sie danach geteilt werden.</translation>
    </message>
    <message>
      <source>Of the images that it was trained on.</source>
      <translation>Der Bilder, mit denen es trainiert wurde.</translation>
    </message>
    <message>
      <source>to</source>
      <translation>bis</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Mittelwert</translation>
    </message>
    <message>
      <source>Deviation</source>
      <translation>Abweichung</translation>
    </message>
    <message>
      <source>The smallest value has to be below the largest.</source>
      <translation>Der kleinste Wert muss unter dem größten liegen.</translation>
    </message>
    <message>
      <source>ImageNet's mean is of three bands: choose another.</source>
      <translation>Der Mittelwert von ImageNet gilt für drei Kanäle: etwas anderes wählen.</translation>
    </message>
    <message>
      <source>Mean and deviation need one number, or {}.</source>
      <translation>Mittelwert und Abweichung brauchen eine Zahl oder {}.</translation>
    </message>
    <message>
      <source>Deviations have to be above 0.</source>
      <translation>Abweichungen müssen über 0 liegen.</translation>
    </message>
  </context>
  <context>
    <name>FilterBar</name>
    <message>
      <source>Words of the title, the description, classes, bands, licence or place.</source>
      <translation>Wörter aus Titel, Beschreibung, Klassen, Kanälen, Lizenz oder Ort.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>What the model is for.</source>
      <translation>Wozu das Modell dient.</translation>
    </message>
    <message>
      <source>All tasks</source>
      <translation>Alle Aufgaben</translation>
    </message>
    <message>
      <source>Where the model comes from.</source>
      <translation>Woher das Modell kommt.</translation>
    </message>
    <message>
      <source>From everywhere</source>
      <translation>Von überall</translation>
    </message>
    <message>
      <source>Shows models that are good for imagery with pixels of this size on the ground.</source>
      <translation>Zeigt Modelle, die sich für Bilder mit dieser Pixelgröße am Boden eignen.</translation>
    </message>
    <message>
      <source>Any pixel size</source>
      <translation>Jede Pixelgröße</translation>
    </message>
  </context>
  <context>
    <name>FilterRow</name>
    <message>
      <source>Which changes are listed.</source>
      <translation>Welche Veränderungen aufgelistet sind.</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Disagreements</source>
      <translation>Uneinigkeiten</translation>
    </message>
    <message>
      <source>Smaller ones are not listed, but stay in the review.</source>
      <translation>Kleinere werden nicht aufgelistet, bleiben aber in der Prüfung.</translation>
    </message>
    <message>
      <source>Less probable ones are not listed, but stay in the review.</source>
      <translation>Weniger wahrscheinliche werden nicht aufgelistet, bleiben aber in der Prüfung.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Area ≥</source>
      <translation>Fläche ≥</translation>
    </message>
    <message>
      <source>Probability ≥</source>
      <translation>Wahrsch. ≥</translation>
    </message>
    <message>
      <source>Your name; it is kept with each verdict. Empty: that of your account.</source>
      <translation>Ihr Name; er wird bei jedem Urteil festgehalten. Leer: der Ihres Benutzerkontos.</translation>
    </message>
    <message>
      <source>Reviewer</source>
      <translation>Prüfer</translation>
    </message>
  </context>
  <context>
    <name>ForWhom</name>
    <message>
      <source>Make a folder of wheels</source>
      <translation>Ordner mit Wheels erstellen</translation>
    </message>
    <message>
      <source>The computer that shall be set up from the folder.</source>
      <translation>Der Rechner, der aus dem Ordner eingerichtet werden soll.</translation>
    </message>
    <message>
      <source>What the models shall run on there.</source>
      <translation>Worauf die Modelle dort rechnen sollen.</translation>
    </message>
    <message>
      <source>Versions of Python there; QGIS says which it has in Help, About.</source>
      <translation>Python-Versionen dort; QGIS nennt seine unter Hilfe, Über.</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Für</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Python</source>
      <translation>Python</translation>
    </message>
    <message>
      <source>About {} to download.</source>
      <translation>Etwa {} herunterzuladen.</translation>
    </message>
    <message>
      <source>Choose at least one Python.</source>
      <translation>Mindestens ein Python wählen.</translation>
    </message>
  </context>
  <context>
    <name>GraphPage</name>
    <message>
      <source>Offered is what fits the numbers that the file gave for images.</source>
      <translation>Angeboten wird, was zu den Zahlen passt, die die Datei für Bilder geliefert hat.</translation>
    </message>
    <message>
      <source>The file does not tell it.</source>
      <translation>Die Datei verrät es nicht.</translation>
    </message>
    <message>
      <source>Fills in the classes of a known data set.</source>
      <translation>Trägt die Klassen eines bekannten Datensatzes ein.</translation>
    </message>
    <message>
      <source>In the file's order. A list of names can be pasted, a line each.</source>
      <translation>In der Reihenfolge der Datei. Eine Liste von Namen kann eingefügt werden, einer je Zeile.</translation>
    </message>
    <message>
      <source>What each band is, in the file's order, with commas between them.</source>
      <translation>Was jeder Kanal ist, in der Reihenfolge der Datei, durch Kommas getrennt.</translation>
    </message>
    <message>
      <source>Side of the images that it was trained on, in pixels.</source>
      <translation>Seitenlänge der Bilder, mit denen es trainiert wurde, in Pixeln.</translation>
    </message>
    <message>
      <source>Metres of a pixel on the ground, of its training images.</source>
      <translation>Meter je Pixel am Boden, der Trainingsbilder.</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>nicht bekannt</translation>
    </message>
    <message>
      <source>The file</source>
      <translation>Die Datei</translation>
    </message>
    <message>
      <source>What it gives</source>
      <translation>Was sie liefert</translation>
    </message>
    <message>
      <source>Number of classes</source>
      <translation>Anzahl der Klassen</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Kanäle</translation>
    </message>
    <message>
      <source>Values of images</source>
      <translation>Werte der Bilder</translation>
    </message>
    <message>
      <source>Tile size</source>
      <translation>Kachelgröße</translation>
    </message>
    <message>
      <source>Ground resolution (m)</source>
      <translation>Bodenauflösung (m)</translation>
    </message>
    <message>
      <source>What it says itself: {}</source>
      <translation>Was sie selbst sagt: {}</translation>
    </message>
    <message>
      <source>classes of its own</source>
      <translation>eigene Klassen</translation>
    </message>
    <message>
      <source>What this file gives no tool here can use: maps, scenes and boxes of up to {} classes are.</source>
      <translation>Was diese Datei liefert, kann hier kein Werkzeug verwenden: verwendbar sind Karten, Szenen und Rechtecke von bis zu {} Klassen.</translation>
    </message>
    <message>
      <source>Name {} bands ({} are named).</source>
      <translation>{} Kanäle benennen ({} sind benannt).</translation>
    </message>
    <message>
      <source>Name the bands.</source>
      <translation>Die Kanäle benennen.</translation>
    </message>
    <message>
      <source>The ground resolution has to be a number above 0.</source>
      <translation>Die Bodenauflösung muss eine Zahl über 0 sein.</translation>
    </message>
  </context>
  <context>
    <name>HandInPanel</name>
    <message>
      <source>How far the review has come.</source>
      <translation>Wie weit die Prüfung ist.</translation>
    </message>
    <message>
      <source>The folder that the files are written to.</source>
      <translation>Der Ordner, in den die Dateien geschrieben werden.</translation>
    </message>
    <message>
      <source>Deliver</source>
      <translation>Abgeben</translation>
    </message>
    <message>
      <source>Writes the chosen parts; they appear when all are whole.</source>
      <translation>Schreibt die gewählten Teile; sie erscheinen, wenn alle vollständig sind.</translation>
    </message>
    <message>
      <source>Files are being written.</source>
      <translation>Dateien werden geschrieben.</translation>
    </message>
    <message>
      <source>The files that were written; a click opens one.</source>
      <translation>Die geschriebenen Dateien; ein Klick öffnet eine.</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>{folder} already holds {names}. Replace them?</source>
      <translation>{folder} enthält schon {names}. Ersetzen?</translation>
    </message>
    <message>
      <source>There is no review to deliver yet.</source>
      <translation>Es gibt noch keine Prüfung, die ausgegeben werden kann.</translation>
    </message>
    <message>
      <source>Changes accepted: {accepted} of {total}. Still open: {open}.</source>
      <translation>Angenommene Veränderungen: {accepted} von {total}. Noch offen: {open}.</translation>
    </message>
    <message>
      <source>What is delivered</source>
      <translation>Was übergeben wird</translation>
    </message>
    <message>
      <source>Accepted polygons</source>
      <translation>Angenommene Polygone</translation>
    </message>
    <message>
      <source>A GeoPackage of the accepted changes, with notes.</source>
      <translation>Ein GeoPackage der angenommenen Veränderungen, mit Notizen.</translation>
    </message>
    <message>
      <source>Rasters</source>
      <translation>Raster</translation>
    </message>
    <message>
      <source>The accepted changes; and what the model found before the review.</source>
      <translation>Die angenommenen Veränderungen, und was das Modell vor der Prüfung fand.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>One page with maps, totals, model and parameters: PDF and HTML.</source>
      <translation>Eine Seite mit Karten, Summen, Modell und Parametern: PDF und HTML.</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <source>The command that repeats the run, as a text file.</source>
      <translation>Der Befehl, der den Lauf wiederholt, als Textdatei.</translation>
    </message>
    <message>
      <source>Add to the project</source>
      <translation>Zum Projekt hinzufügen</translation>
    </message>
    <message>
      <source>Adds what is delivered to the project, in a group.</source>
      <translation>Fügt dem Projekt das Übergebene in einer Gruppe hinzu.</translation>
    </message>
    <message>
      <source>Layout template</source>
      <translation>Layoutvorlage</translation>
    </message>
    <message>
      <source>A layout of yours for the report's maps (*.qpt): its maps are those with the item IDs before, after and change. Empty: the report's own page.</source>
      <translation>Ein eigenes Layout für die Karten des Berichts (*.qpt): Es zählen die Karten mit den Element-IDs before, after und change. Leer: die eigene Seite des Berichts.</translation>
    </message>
    <message>
      <source>Layout templates (*.qpt)</source>
      <translation>Layoutvorlagen (*.qpt)</translation>
    </message>
    <message>
      <source>The same run in a shell</source>
      <translation>Derselbe Lauf in einer Shell</translation>
    </message>
    <message>
      <source>The command that repeats the run without this window.</source>
      <translation>Der Befehl, der den Lauf ohne dieses Fenster wiederholt.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Puts the command on the clipboard.</source>
      <translation>Legt den Befehl in die Zwischenablage.</translation>
    </message>
  </context>
  <context>
    <name>ImportDialog</name>
    <message>
      <source>Import a model</source>
      <translation>Modell importieren</translation>
    </message>
    <message>
      <source>Set up the engine…</source>
      <translation>Engine einrichten…</translation>
    </message>
    <message>
      <source>The program that reads and runs models.</source>
      <translation>Das Programm, das Modelle liest und ausführt.</translation>
    </message>
    <message>
      <source>As it was downloaded or exported.</source>
      <translation>So, wie sie heruntergeladen oder exportiert wurde.</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Alle Dateien</translation>
    </message>
    <message>
      <source>By this name the model will be in the tools' lists.</source>
      <translation>Unter diesem Namen steht das Modell in den Listen der Werkzeuge.</translation>
    </message>
    <message>
      <source>Of the weights. It is shown whenever the model runs.</source>
      <translation>Die der Gewichte. Sie wird bei jedem Lauf des Modells gezeigt.</translation>
    </message>
    <message>
      <source>as the file or its authors say</source>
      <translation>wie die Datei oder ihre Autoren sagen</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Name of the model</source>
      <translation>Name des Modells</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Lizenz</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>made of network and data set</source>
      <translation>aus Netz und Datensatz gebildet</translation>
    </message>
    <message>
      <source>The file is being read and tried on images…</source>
      <translation>Die Datei wird gelesen und an Bildern erprobt…</translation>
    </message>
    <message>
      <source>Choose an ONNX file of any tool, or a checkpoint of LWGANet, LSKNet or LRFormer.</source>
      <translation>Eine ONNX-Datei eines beliebigen Werkzeugs oder einen Checkpoint von LWGANet, LSKNet oder LRFormer wählen.</translation>
    </message>
    <message>
      <source>A model is called {} already: choose another name.</source>
      <translation>Ein Modell heißt schon {}: einen anderen Namen wählen.</translation>
    </message>
    <message>
      <source>{} can be used now, for {}.</source>
      <translation>{} ist jetzt verwendbar, für {}.</translation>
    </message>
  </context>
  <context>
    <name>LWGANet</name>
    <message>
      <source>Detections</source>
      <translation>Erkennungen</translation>
    </message>
    <message>
      <source>Reference polygons</source>
      <translation>Referenzpolygone</translation>
    </message>
    <message>
      <source>Overlap from which on a detection is right.</source>
      <translation>Überlappung, ab der eine Erkennung richtig ist.</translation>
    </message>
    <message>
      <source>Right, wrong and missed</source>
      <translation>Richtig, falsch und übersehen</translation>
    </message>
    <message>
      <source>Detection accuracy</source>
      <translation>Erkennungsgenauigkeit</translation>
    </message>
    <message>
      <source>Detect change</source>
      <translation>Veränderungen erkennen</translation>
    </message>
    <message>
      <source>Change polygons from probability</source>
      <translation>Veränderungspolygone aus Wahrscheinlichkeit</translation>
    </message>
    <message>
      <source>Detect change in a series</source>
      <translation>Veränderungen in einer Zeitreihe erkennen</translation>
    </message>
    <message>
      <source>Check the engine</source>
      <translation>Engine prüfen</translation>
    </message>
    <message>
      <source>Classify scenes</source>
      <translation>Szenen klassifizieren</translation>
    </message>
    <message>
      <source>Detect objects</source>
      <translation>Objekte erkennen</translation>
    </message>
    <message>
      <source>Import checkpoint</source>
      <translation>Checkpoint importieren</translation>
    </message>
    <message>
      <source>Set up the engine</source>
      <translation>Engine einrichten</translation>
    </message>
    <message>
      <source>Check image pair</source>
      <translation>Bildpaar prüfen</translation>
    </message>
    <message>
      <source>Segment image</source>
      <translation>Bild segmentieren</translation>
    </message>
    <message>
      <source>Non-maximum suppression</source>
      <translation>Non-Maximum-Suppression</translation>
    </message>
    <message>
      <source>Detect</source>
      <translation>Erkennen</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Veränderung</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>Güte</translation>
    </message>
    <message>
      <source>Compares detected polygons with reference polygons: precision, recall, F1, average precision.</source>
      <translation>Vergleicht erkannte Polygone mit Referenzpolygonen: Precision, Recall, F1, Average Precision.</translation>
    </message>
    <message>
      <source>Finds what changed between two images of one place.</source>
      <translation>Findet, was sich zwischen zwei Bildern eines Ortes verändert hat.</translation>
    </message>
    <message>
      <source>Makes change polygons of a probability raster, with another threshold or other rules than its run had.</source>
      <translation>Macht aus einem Wahrscheinlichkeitsraster Veränderungspolygone, mit einem anderen Schwellenwert oder anderen Regeln als bei seinem Lauf.</translation>
    </message>
    <message>
      <source>Finds what changed between each two consecutive images of a series, and when each place changed first.</source>
      <translation>Findet, was sich zwischen je zwei aufeinanderfolgenden Bildern einer Zeitreihe verändert hat und wann sich jeder Ort zuerst verändert hat.</translation>
    </message>
    <message>
      <source>Says whether the engine runs here, with which Python, versions and devices, and how fast.</source>
      <translation>Sagt, ob die Engine hier läuft, mit welchem Python, welchen Versionen und Geräten, und wie schnell.</translation>
    </message>
    <message>
      <source>Says what kind of scene each part of an image shows.</source>
      <translation>Sagt, welche Art von Szene jeder Teil eines Bildes zeigt.</translation>
    </message>
    <message>
      <source>Finds objects in an image and draws a rotated box around each.</source>
      <translation>Findet Objekte in einem Bild und zeichnet um jedes ein gedrehtes Rechteck.</translation>
    </message>
    <message>
      <source>Makes a model of a checkpoint that the authors of LWGANet, LSKNet or LRFormer publish, of your own, or of an ONNX file.</source>
      <translation>Macht ein Modell aus einem Checkpoint, den die Autoren von LWGANet, LSKNet oder LRFormer veröffentlicht haben, aus einem eigenen oder aus einer ONNX-Datei.</translation>
    </message>
    <message>
      <source>Makes the Python environment in which the models run, in your QGIS profile.</source>
      <translation>Legt die Python-Umgebung, in der die Modelle laufen, im QGIS-Profil an.</translation>
    </message>
    <message>
      <source>Says whether two images of one place lie on each other, and how much their colours differ.</source>
      <translation>Sagt, ob zwei Bilder eines Ortes aufeinanderliegen und wie stark sich ihre Farben unterscheiden.</translation>
    </message>
    <message>
      <source>Gives every pixel of an image a class, such as a kind of land cover.</source>
      <translation>Gibt jedem Pixel eines Bildes eine Klasse, zum Beispiel eine Art der Landbedeckung.</translation>
    </message>
    <message>
      <source>Of polygons that overlap, keeps the one with the highest score.</source>
      <translation>Behält von Polygonen, die sich überlappen, das mit dem höchsten Score.</translation>
    </message>
    <message>
      <source>&lt;p&gt;A detection is right when the reference of its class that it overlaps most reaches the overlap asked for (IoU); each reference counts once, for the detection with the highest score. The result holds every detection as right (TP) or wrong (FP) and every reference that was missed (FN). The summary gives precision, recall, F1, average precision (area under the precision-recall curve, and the 11-point rule of older benchmarks) and the curve.&lt;/p&gt;&lt;p&gt;References must be complete where there are detections: what nobody has drawn counts as wrong.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Eine Erkennung ist richtig, wenn die Referenz ihrer Klasse, mit der sie sich am meisten überlappt, die verlangte Überlappung (IoU) erreicht; jede Referenz zählt einmal, für die Erkennung mit dem höchsten Score. Das Ergebnis enthält jede Erkennung als richtig (TP) oder falsch (FP) und jede Referenz, die übersehen wurde (FN). Die Zusammenfassung nennt Precision, Recall, F1, Average Precision (Fläche unter der Precision-Recall-Kurve und die 11-Punkte-Regel älterer Benchmarks) und zeigt die Kurve.&lt;/p&gt;&lt;p&gt;Die Referenzen müssen dort, wo es Erkennungen gibt, vollständig sein: was niemand gezeichnet hat, zählt als falsch.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The after image may differ in CRS, extent and resolution: it is warped onto the before image's grid, and the extent that both have is used. The result is a raster with 1 where something changed, 0 where not, and 255 where either image has no data. Optional: the probability of change, and polygons with area and mean probability.&lt;/p&gt;&lt;p&gt;Where the two images do not lie on each other, or differ in colour, &lt;i&gt;Check image pair&lt;/i&gt; says by how much; the button beside the shift measures and enters it.&lt;/p&gt;&lt;p&gt;A model's description (About…) says which kind of change it was trained for.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Das Nachher-Bild darf in KBS, Ausdehnung und Auflösung abweichen: es wird auf das Gitter des Vorher-Bildes umgerechnet, und verwendet wird die Ausdehnung, die beide gemeinsam haben. Das Ergebnis ist ein Raster mit 1, wo sich etwas verändert hat, 0, wo nicht, und 255, wo eines der Bilder keine Daten hat. Wahlweise: die Wahrscheinlichkeit der Veränderung und Polygone mit Fläche und mittlerer Wahrscheinlichkeit.&lt;/p&gt;&lt;p&gt;Wo die beiden Bilder nicht aufeinanderliegen oder sich in der Farbe unterscheiden, sagt &lt;i&gt;Bildpaar prüfen&lt;/i&gt;, wie stark; der Knopf neben dem Versatz misst ihn und trägt ihn ein.&lt;/p&gt;&lt;p&gt;Die Beschreibung eines Modells (Über…) sagt, für welche Art von Veränderung es trainiert wurde.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Takes the probability raster that &lt;i&gt;Detect change&lt;/i&gt; writes. No model runs, so it takes a moment where a run takes minutes. With the same settings the polygons are exactly those of the run.&lt;/p&gt;&lt;p&gt;Pixels above the threshold are changed; closing joins pieces, opening removes specks; polygons smaller than the smallest one are left out. Nodata stays nodata and never counts as change.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Nimmt das Wahrscheinlichkeitsraster, das &lt;i&gt;Veränderungen erkennen&lt;/i&gt; schreibt. Es läuft kein Modell, daher dauert es einen Augenblick, wo ein Lauf Minuten braucht. Mit denselben Einstellungen sind die Polygone genau die des Laufs.&lt;/p&gt;&lt;p&gt;Pixel über dem Schwellenwert sind verändert; die Schließung verbindet Teile, die Öffnung entfernt Flecken; Polygone unter der Mindestgröße werden weggelassen. Nodata bleibt Nodata und zählt nie als Veränderung.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The images are compared in the order of the list, which must be that of time: the first with the second, the second with the third, and so on. All results lie on the first image's grid.&lt;/p&gt;&lt;p&gt;The first-change raster holds 0 where nothing changed, 1 where the first pair changed, 2 where it was the second pair and not the first, and so on; 255 where no pair has data. The folder gets the change raster, the probability raster and the polygons of each pair, named after the two dates.&lt;/p&gt;&lt;p&gt;A failed or cancelled run leaves nothing.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Die Bilder werden in der Reihenfolge der Liste verglichen, die die zeitliche sein muss: das erste mit dem zweiten, das zweite mit dem dritten und so weiter. Alle Ergebnisse liegen auf dem Gitter des ersten Bildes.&lt;/p&gt;&lt;p&gt;Das Raster der ersten Veränderung enthält 0, wo sich nichts verändert hat, 1, wo sich das erste Paar unterscheidet, 2, wo es das zweite Paar ist und nicht das erste, und so weiter; 255, wo kein Paar Daten hat. In den Ordner kommen das Veränderungsraster, das Wahrscheinlichkeitsraster und die Polygone jedes Paars, benannt nach den beiden Zeitpunkten.&lt;/p&gt;&lt;p&gt;Ein fehlgeschlagener oder abgebrochener Lauf hinterlässt nichts.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Runs a tiny network by every runtime on every device and compares its numbers with known ones. The report is what a ticket about the engine needs. Where the engine would not run the tool fails, after it has written the report; from qgis_process its exit code is then 1.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Rechnet ein winziges Netz mit jeder Laufzeit auf jedem Gerät und vergleicht die Zahlen mit bekannten. Der Bericht enthält, was eine Fehlermeldung zur Engine braucht. Läuft die Engine nicht, scheitert das Werkzeug, nachdem es den Bericht geschrieben hat; in qgis_process ist der Rückgabewert dann 1.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The image is cut into square cells of the model's tile size; the result is a polygon per cell with the best and the second-best class and their scores (0 to 1). With a polygon layer, its features are classified instead and keep their attributes.&lt;/p&gt;&lt;p&gt;A model knows imagery like that it was trained on: look at its description (About…).&lt;/p&gt;</source>
      <translation>&lt;p&gt;Das Bild wird in quadratische Zellen von der Kachelgröße des Modells zerlegt; das Ergebnis ist ein Polygon je Zelle mit der besten und der zweitbesten Klasse und ihren Scores (0 bis 1). Mit einem Polygonlayer werden stattdessen dessen Objekte klassifiziert und behalten ihre Attribute.&lt;/p&gt;&lt;p&gt;Ein Modell kennt Bilder wie die, mit denen es trainiert wurde: ein Blick in seine Beschreibung (Über…) lohnt sich.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The result is a polygon for each object, with class, score (0 to 1), the direction of its long side (degrees clockwise from grid north, 0 to 180), length and width in metres on the ground, and area (in pixels where the image has no place on the ground). An object that lies across tiles is found once and whole.&lt;/p&gt;&lt;p&gt;A model finds objects of the size in pixels that it was trained on: where the pixels of your image are larger or smaller on the ground than its description says, set the scales, or the ground resolution that the model sees.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Das Ergebnis ist ein Polygon für jedes Objekt mit Klasse, Score (0 bis 1), Richtung der langen Seite (Grad im Uhrzeigersinn von Gitternord, 0 bis 180), Länge und Breite in Metern am Boden sowie Fläche (in Pixeln, wo das Bild keinen Ort am Boden hat). Ein Objekt, das über mehrere Kacheln reicht, wird einmal und ganz gefunden.&lt;/p&gt;&lt;p&gt;Ein Modell findet Objekte in der Größe in Pixeln, mit der es trainiert wurde: Sind die Pixel Ihres Bildes am Boden größer oder kleiner, als seine Beschreibung sagt, geben Sie Maßstäbe an oder die Bodenauflösung, die das Modell sieht.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Network, variant, task and number of classes are read from the file. What no file says, the names of the classes and the ground resolution, comes from the data set it was trained on. The model is then in the list of its tool.&lt;/p&gt;&lt;p&gt;ONNX files of other tools: segmentation, and YOLO detection with upright boxes (v5 to v9, Ultralytics) or turned ones (Ultralytics obb), with metadata as Deepness reads or Ultralytics writes them. Class names, ground resolution, tile size, standardisation and thresholds come from there. Of a file without them you say what it gives, its classes and the rest yourself; LWGANet's own window for importing models reads the file first and offers what fits.&lt;/p&gt;&lt;p&gt;No code in the file is run. What is none of these is refused, and a model that does not give what its file gives is not kept.&lt;/p&gt;&lt;p&gt;Published weights have a licence, most for non-commercial use: it is shown whenever the model runs.&lt;/p&gt;&lt;p&gt;ONNX files need nothing but the engine. For checkpoints its Python has to have the packages torch and safetensors as well.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Netz, Variante, Aufgabe und Anzahl der Klassen werden aus der Datei gelesen. Was in keiner Datei steht, die Namen der Klassen und die Bodenauflösung, kommt von dem Datensatz, mit dem trainiert wurde. Danach steht das Modell in der Liste seines Werkzeugs.&lt;/p&gt;&lt;p&gt;ONNX-Dateien anderer Werkzeuge: Segmentierung und YOLO-Erkennung mit aufrechten (v5 bis v9, Ultralytics) oder gedrehten Rechtecken (Ultralytics obb), mit Metadaten, wie Deepness sie liest oder Ultralytics sie schreibt. Klassennamen, Bodenauflösung, Kachelgröße, Standardisierung und Schwellenwerte kommen von dort. Hat eine Datei keine, gibt man selbst an, was sie liefert, ihre Klassen und das Übrige; das eigene Fenster von LWGANet zum Importieren von Modellen liest die Datei zuerst und bietet an, was passt.&lt;/p&gt;&lt;p&gt;Code in der Datei wird nicht ausgeführt. Was nichts davon ist, wird abgelehnt, und ein Modell, das nicht dasselbe liefert wie seine Datei, wird nicht behalten.&lt;/p&gt;&lt;p&gt;Veröffentlichte Gewichte haben eine Lizenz, die meisten für nicht kommerzielle Nutzung: sie wird bei jedem Lauf des Modells gezeigt.&lt;/p&gt;&lt;p&gt;ONNX-Dateien brauchen nichts als die Engine. Für Checkpoints muss ihr Python außerdem die Pakete torch und safetensors haben.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Downloads packages whose checksums are known, tests them with a tiny network, and uses them from then on. Nothing is added to QGIS's own Python. Where it fails, what worked before still works.&lt;/p&gt;&lt;p&gt;Kinds: for the processor (the right one to begin with), for NVIDIA cards with a recent driver, for any card on Windows (DirectML), and for training, which adds PyTorch. Without a network: name a folder of wheels, made by the window Engine on another computer.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Lädt Pakete herunter, deren Prüfsummen bekannt sind, prüft sie mit einem winzigen Netz und verwendet sie von da an. Dem Python von QGIS wird nichts hinzugefügt. Misslingt es, funktioniert weiter, was vorher funktioniert hat.&lt;/p&gt;&lt;p&gt;Arten: für den Prozessor (für den Anfang richtig), für NVIDIA-Karten mit neuem Treiber, für jede Grafikkarte unter Windows (DirectML) und für das Training, mit PyTorch dazu. Ohne Netzwerk: einen Ordner mit Wheels angeben, den das Fenster Engine auf einem anderen Rechner erstellt hat.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The shift is estimated to a fraction of a pixel by phase correlation on up to nine windows, which change on the ground does not disturb. Enter it in &lt;i&gt;Detect change&lt;/i&gt; as the shift of the later image, and that compares the images as they belong. Where the images have too little in common, or their parts disagree, the report says that the estimate is not reliable.&lt;/p&gt;&lt;p&gt;Also told: the share of the extent where both images hold data, the size of a pixel on the ground, and how much the values of the two images differ before and after matching. No model is needed.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Der Versatz wird durch Phasenkorrelation in bis zu neun Fenstern auf Bruchteile eines Pixels geschätzt; Veränderungen am Boden stören dabei nicht. In &lt;i&gt;Veränderungen erkennen&lt;/i&gt; als Versatz des späteren Bildes eingetragen, sorgt er dafür, dass die Bilder so verglichen werden, wie sie zusammengehören. Haben die Bilder zu wenig gemeinsam oder widersprechen sich ihre Teile, sagt der Bericht, dass die Schätzung nicht verlässlich ist.&lt;/p&gt;&lt;p&gt;Außerdem wird genannt: der Anteil der Ausdehnung, in dem beide Bilder Daten haben, die Größe eines Pixels am Boden und wie stark sich die Werte der beiden Bilder vor und nach der Angleichung unterscheiden. Ein Modell wird nicht gebraucht.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The result is a raster of class numbers on the input's own grid, 255 where the input has no data. Optional: the score of the winning class (0 to 1), and polygons with class, area and mean score.&lt;/p&gt;&lt;p&gt;A model knows imagery like that it was trained on: look at the ground resolution and the place named in its description (About…) before trusting it elsewhere.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Das Ergebnis ist ein Raster von Klassennummern auf dem Gitter der Eingabe, 255, wo die Eingabe keine Daten hat. Wahlweise: der Score der gewählten Klasse (0 bis 1) und Polygone mit Klasse, Fläche und mittlerem Score.&lt;/p&gt;&lt;p&gt;Ein Modell kennt Bilder wie die, mit denen es trainiert wurde: vor dem Einsatz anderswo lohnt ein Blick auf die Bodenauflösung und den Ort in seiner Beschreibung (Über…).&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;For detections of several runs, models or dates in one layer. Overlap is the area that two polygons share, divided by the area that they cover together (IoU); it is exact for polygons of any form, rotated ones too. With a class field, only polygons of one class are compared.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Für Erkennungen mehrerer Läufe, Modelle oder Zeitpunkte in einem Layer. Überlappung ist die Fläche, die zwei Polygone gemeinsam haben, geteilt durch die Fläche, die sie zusammen bedecken (IoU); sie ist für Polygone jeder Form exakt, auch für gedrehte. Mit einem Klassenfeld werden nur Polygone derselben Klasse verglichen.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>The run was cancelled.</source>
      <translation>Der Lauf wurde abgebrochen.</translation>
    </message>
    <message>
      <source>{} cannot be written: {}</source>
      <translation>{} kann nicht geschrieben werden: {}</translation>
    </message>
    <message>
      <source>{} is no file that the engine can open; it is copied first.</source>
      <translation>{} ist keine Datei, die die Engine öffnen kann; sie wird zuerst kopiert.</translation>
    </message>
    <message>
      <source>MASK has no polygons (or none is selected); draw some, or leave it out.</source>
      <translation>MASK hat keine Polygone (oder keines ist gewählt); welche zeichnen oder weglassen.</translation>
    </message>
    <message>
      <source>{} (the model's own)</source>
      <translation>{} (vom Modell)</translation>
    </message>
    <message>
      <source>Field with the score</source>
      <translation>Feld mit dem Score</translation>
    </message>
    <message>
      <source>Field with the class</source>
      <translation>Feld mit der Klasse</translation>
    </message>
    <message>
      <source>Only polygons of one class are compared with each other; empty: all with all.</source>
      <translation>Nur Polygone derselben Klasse werden miteinander verglichen; leer: alle mit allen.</translation>
    </message>
    <message>
      <source>{} is '{}', which {} does not have. It has: {}.</source>
      <translation>{} ist '{}', das {} nicht hat. Vorhanden: {}.</translation>
    </message>
    <message>
      <source>Polygon {} of {} has no number in '{}'.</source>
      <translation>Polygon {} von {} hat keine Zahl in '{}'.</translation>
    </message>
    <message>
      <source>Image before</source>
      <translation>Vorher-Bild</translation>
    </message>
    <message>
      <source>The earlier image; results lie on its grid.</source>
      <translation>Das frühere Bild; die Ergebnisse liegen auf seinem Gitter.</translation>
    </message>
    <message>
      <source>Image after</source>
      <translation>Nachher-Bild</translation>
    </message>
    <message>
      <source>The later image.</source>
      <translation>Das spätere Bild.</translation>
    </message>
    <message>
      <source>Threshold (0 to 1)</source>
      <translation>Schwellenwert (0 bis 1)</translation>
    </message>
    <message>
      <source>Smallest probability that counts as change; empty: the model's own.</source>
      <translation>Kleinste Wahrscheinlichkeit, die als Veränderung zählt; leer: die des Modells.</translation>
    </message>
    <message>
      <source>Shift of the later image (east,north)</source>
      <translation>Versatz des späteren Bildes (Ost,Nord)</translation>
    </message>
    <message>
      <source>How far the later image is moved before the two are compared, in map units of the earlier one (pixels, where it has no georeference), e.g. 3.5,-2. Check image pair tells it.</source>
      <translation>Wie weit das spätere Bild vor dem Vergleich verschoben wird, in Karteneinheiten des früheren (Pixel, wenn es keine Georeferenz hat), z.B. 3.5,-2. „Bildpaar prüfen“ nennt den Wert.</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keiner</translation>
    </message>
    <message>
      <source>Probability of change</source>
      <translation>Wahrscheinlichkeit der Veränderung</translation>
    </message>
    <message>
      <source>Change polygons</source>
      <translation>Veränderungspolygone</translation>
    </message>
    <message>
      <source>Raster of probabilities from 0 to 1, as Detect change writes it.</source>
      <translation>Raster mit Wahrscheinlichkeiten von 0 bis 1, wie „Veränderungen erkennen“ es schreibt.</translation>
    </message>
    <message>
      <source>Pixels with a higher probability are changed.</source>
      <translation>Pixel mit höherer Wahrscheinlichkeit sind verändert.</translation>
    </message>
    <message>
      <source>Number of polygons</source>
      <translation>Anzahl der Polygone</translation>
    </message>
    <message>
      <source>Area of the polygons (m², or pixels without a CRS)</source>
      <translation>Fläche der Polygone (m², ohne KBS Pixel)</translation>
    </message>
    <message>
      <source>Area with data (m², or pixels without a CRS)</source>
      <translation>Fläche mit Daten (m², ohne KBS Pixel)</translation>
    </message>
    <message>
      <source>Pixels with data</source>
      <translation>Pixel mit Daten</translation>
    </message>
    <message>
      <source>Pixels in 64 steps of probability from 0 to 1</source>
      <translation>Pixel in 64 Stufen der Wahrscheinlichkeit von 0 bis 1</translation>
    </message>
    <message>
      <source>Images, in order of time</source>
      <translation>Bilder in zeitlicher Reihenfolge</translation>
    </message>
    <message>
      <source>Two or more; results lie on the first one's grid.</source>
      <translation>Zwei oder mehr; die Ergebnisse liegen auf dem Gitter des ersten.</translation>
    </message>
    <message>
      <source>Names of the images</source>
      <translation>Namen der Bilder</translation>
    </message>
    <message>
      <source>One for each, with commas between them, e.g. their dates; empty: the layers' names.</source>
      <translation>Einer für jedes, durch Kommas getrennt, z.B. das Datum; leer: die Namen der Layer.</translation>
    </message>
    <message>
      <source>the layers' names</source>
      <translation>die Namen der Layer</translation>
    </message>
    <message>
      <source>Folder of all pairs</source>
      <translation>Ordner für alle Paare</translation>
    </message>
    <message>
      <source>Gets the change raster, the probability raster and the polygons of each pair.</source>
      <translation>Nimmt das Veränderungsraster, das Wahrscheinlichkeitsraster und die Polygone jedes Paars auf.</translation>
    </message>
    <message>
      <source>First change</source>
      <translation>Erste Veränderung</translation>
    </message>
    <message>
      <source>LAYERS names {} raster layers that can be read; give two or more.</source>
      <translation>LAYERS nennt {} lesbare Rasterlayer; zwei oder mehr angeben.</translation>
    </message>
    <message>
      <source>LAYERS names a layer that is no raster, or fewer than two.</source>
      <translation>LAYERS nennt einen Layer, der kein Raster ist, oder weniger als zwei.</translation>
    </message>
    <message>
      <source>Image {}</source>
      <translation>Bild {}</translation>
    </message>
    <message>
      <source>{} and {}:</source>
      <translation>{} und {}:</translation>
    </message>
    <message>
      <source>Report as JSON</source>
      <translation>Bericht als JSON</translation>
    </message>
    <message>
      <source>JSON files</source>
      <translation>JSON-Dateien</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Raster layer to classify.</source>
      <translation>Rasterlayer, der klassifiziert wird.</translation>
    </message>
    <message>
      <source>Polygons to classify</source>
      <translation>Zu klassifizierende Polygone</translation>
    </message>
    <message>
      <source>Classify these polygons instead of grid cells.</source>
      <translation>Klassifiziert diese Polygone statt der Zellen eines Gitters.</translation>
    </message>
    <message>
      <source>Smallest score (0 to 1)</source>
      <translation>Kleinster Score (0 bis 1)</translation>
    </message>
    <message>
      <source>Cells whose best class scores less are left out.</source>
      <translation>Zellen, deren beste Klasse einen kleineren Score hat, werden weggelassen.</translation>
    </message>
    <message>
      <source>Scenes</source>
      <translation>Szenen</translation>
    </message>
    <message>
      <source>{} holds no polygon; choose another layer, or leave it empty to classify grid cells.</source>
      <translation>{} enthält kein Polygon; einen anderen Layer wählen oder für Gitterzellen leer lassen.</translation>
    </message>
    <message>
      <source>{} polygons got no class: outside the image, without data, or below the threshold.</source>
      <translation>{} Polygone bekamen keine Klasse: außerhalb des Bildes, ohne Daten oder unter dem Schwellenwert.</translation>
    </message>
    <message>
      <source>Raster layer to search.</source>
      <translation>Rasterlayer, der durchsucht wird.</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>Names or numbers of the classes to look for, with commas between them; empty: all that the model knows.</source>
      <translation>Namen oder Nummern der gesuchten Klassen, durch Kommas getrennt; leer: alle, die das Modell kennt.</translation>
    </message>
    <message>
      <source>All that the model knows</source>
      <translation>Alle, die das Modell kennt</translation>
    </message>
    <message>
      <source>Objects that score less are left out; empty: the model's own.</source>
      <translation>Objekte mit kleinerem Score werden weggelassen; leer: der Wert des Modells.</translation>
    </message>
    <message>
      <source>Boxes of a class that share more of their union than this are one object; empty: the model's own.</source>
      <translation>Rechtecke einer Klasse, die mehr als diesen Anteil ihrer Vereinigung gemeinsam haben, sind ein Objekt; leer: der Wert des Modells.</translation>
    </message>
    <message>
      <source>Scales</source>
      <translation>Maßstäbe</translation>
    </message>
    <message>
      <source>Sizes at which to look at the image, relative to its pixels, e.g. 0.5,1: objects of all sizes are then merged. Empty: 1.</source>
      <translation>Größen, in denen das Bild betrachtet wird, bezogen auf seine Pixel, z.B. 0.5,1: Objekte aller Größen werden dann zusammengeführt. Leer: 1.</translation>
    </message>
    <message>
      <source>Cut boxes at the edge of the image</source>
      <translation>Rahmen am Bildrand abschneiden</translation>
    </message>
    <message>
      <source>What a box shows beyond the image is a guess. A box that is cut is no rectangle any more: its area is that of what is left, its direction, length and width are those of the whole box.</source>
      <translation>Was ein Rahmen jenseits des Bildes zeigt, ist geraten. Ein abgeschnittener Rahmen ist kein Rechteck mehr: Seine Fläche ist die des Rests; Richtung, Länge und Breite sind die des ganzen Rahmens.</translation>
    </message>
    <message>
      <source>Objects</source>
      <translation>Objekte</translation>
    </message>
    <message>
      <source>Points in the middle of objects</source>
      <translation>Punkte in der Mitte der Objekte</translation>
    </message>
    <message>
      <source>Boxes as DOTA text (pixels)</source>
      <translation>Rechtecke als DOTA-Text (Pixel)</translation>
    </message>
    <message>
      <source>Text files</source>
      <translation>Textdateien</translation>
    </message>
    <message>
      <source>No object scores as high as the threshold: the result is an empty layer.</source>
      <translation>Kein Objekt erreicht den Schwellenwert: das Ergebnis ist ein leerer Layer.</translation>
    </message>
    <message>
      <source>Checkpoints</source>
      <translation>Checkpoints</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Alle Dateien</translation>
    </message>
    <message>
      <source>As the file says</source>
      <translation>Wie es in der Datei steht</translation>
    </message>
    <message>
      <source>Ground metres of a pixel</source>
      <translation>Meter je Pixel am Boden</translation>
    </message>
    <message>
      <source>File as it was downloaded: .pth, .pt, .ckpt, .tar, .safetensors or .onnx.</source>
      <translation>Datei, wie sie heruntergeladen wurde: .pth, .pt, .ckpt, .tar, .safetensors oder .onnx.</translation>
    </message>
    <message>
      <source>Of the imagery that it was trained on. Empty: as the file or the data set has it.</source>
      <translation>Der Bilder, mit denen trainiert wurde. Leer: wie die Datei oder der Datensatz es angibt.</translation>
    </message>
    <message>
      <source>Empty: your models folder, whose models the tools list.</source>
      <translation>Leer: der eigene Modellordner, dessen Modelle die Werkzeuge auflisten.</translation>
    </message>
    <message>
      <source>Checkpoint</source>
      <translation>Checkpoint</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <source>What it was trained on. auto: told by what the file says, or by its number of classes; you are asked where several fit.</source>
      <translation>Womit trainiert wurde. auto: nach dem, was die Datei sagt, oder nach der Anzahl der Klassen; passen mehrere, wird nachgefragt.</translation>
    </message>
    <message>
      <source>For data of your own: names of the classes in the checkpoint's order, with commas between them.</source>
      <translation>Für eigene Daten: Namen der Klassen in der Reihenfolge des Checkpoints, durch Kommas getrennt.</translation>
    </message>
    <message>
      <source>Name of the model</source>
      <translation>Name des Modells</translation>
    </message>
    <message>
      <source>Empty: made of network and data set; an ONNX file's name.</source>
      <translation>Leer: aus Netz und Datensatz gebildet; bei ONNX der Name der Datei.</translation>
    </message>
    <message>
      <source>Licence of the weights</source>
      <translation>Lizenz der Gewichte</translation>
    </message>
    <message>
      <source>Empty: that of the network's authors, or what an ONNX file says.</source>
      <translation>Leer: die der Autoren des Netzes oder was eine ONNX-Datei angibt.</translation>
    </message>
    <message>
      <source>Folder for the model</source>
      <translation>Ordner für das Modell</translation>
    </message>
    <message>
      <source>Id of the model</source>
      <translation>Kennung des Modells</translation>
    </message>
    <message>
      <source>Folder of the model</source>
      <translation>Ordner des Modells</translation>
    </message>
    <message>
      <source>CHECKPOINT is {}, which is no file.</source>
      <translation>CHECKPOINT ist {}, was keine Datei ist.</translation>
    </message>
    <message>
      <source>DATASET is '{}'; write one of {}.</source>
      <translation>DATASET ist '{}'; eines von {} angeben.</translation>
    </message>
    <message>
      <source>GSD is {:g}; give metres above 0, or leave it out.</source>
      <translation>GSD ist {:g}; Meter über 0 angeben oder weglassen.</translation>
    </message>
    <message>
      <source>NAME is '{}', which a model is called already; choose another name.</source>
      <translation>NAME ist '{}', so heißt schon ein Modell; einen anderen Namen wählen.</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>The tools list the models of {} only.</source>
      <translation>Die Werkzeuge listen nur die Modelle in {} auf.</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Folder of wheels</source>
      <translation>Ordner mit Wheels</translation>
    </message>
    <message>
      <source>Empty: the packages are downloaded.</source>
      <translation>Leer: Die Pakete werden heruntergeladen.</translation>
    </message>
    <message>
      <source>Python of the engine</source>
      <translation>Python der Engine</translation>
    </message>
    <message>
      <source>Folder of the environment</source>
      <translation>Ordner der Umgebung</translation>
    </message>
    <message>
      <source>KIND is '{}'; here it may be one of {}.</source>
      <translation>KIND ist „{}“; möglich ist hier eines von {}.</translation>
    </message>
    <message>
      <source>WHEELS is {}, which is no folder.</source>
      <translation>WHEELS ist {}, und das ist kein Ordner.</translation>
    </message>
    <message>
      <source>{} More: {}</source>
      <translation>{} Mehr: {}</translation>
    </message>
    <message>
      <source>The engine is ready: {} ({}).</source>
      <translation>Die Engine ist bereit: {} ({}).</translation>
    </message>
    <message>
      <source>LAYERS names {} twice; give each date once.</source>
      <translation>LAYERS nennt {} zweimal; jeden Zeitpunkt einmal angeben.</translation>
    </message>
    <message>
      <source>NAMES has {} names for {} layers; give one for each, with commas between.</source>
      <translation>NAMES hat {} Namen für {} Layer; für jeden einen angeben, durch Kommas getrennt.</translation>
    </message>
    <message>
      <source>{} cannot be written to {}; is the disk full, or does its format not take such features?</source>
      <translation>{} kann nicht nach {} geschrieben werden; ist der Datenträger voll, oder nimmt das Format solche Objekte nicht auf?</translation>
    </message>
    <message>
      <source>The earlier image; shifts are in its map units.</source>
      <translation>Das frühere Bild; der Versatz steht in seinen Karteneinheiten.</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Kanäle</translation>
    </message>
    <message>
      <source>Band numbers to look at, e.g. 3,2,1. Empty: red, green and blue, or what both have.</source>
      <translation>Nummern der Kanäle, die verglichen werden, z.B. 3,2,1. Leer: Rot, Grün und Blau oder was beide haben.</translation>
    </message>
    <message>
      <source>Shift to the east (map units)</source>
      <translation>Versatz nach Osten (Karteneinheiten)</translation>
    </message>
    <message>
      <source>Shift to the north (map units)</source>
      <translation>Versatz nach Norden (Karteneinheiten)</translation>
    </message>
    <message>
      <source>Shift (pixels)</source>
      <translation>Versatz (Pixel)</translation>
    </message>
    <message>
      <source>Shift (m)</source>
      <translation>Versatz (m)</translation>
    </message>
    <message>
      <source>Overlap (0 to 1)</source>
      <translation>Überlappung (0 bis 1)</translation>
    </message>
    <message>
      <source>Difference of the values (0 to 1)</source>
      <translation>Unterschied der Werte (0 bis 1)</translation>
    </message>
    <message>
      <source>All figures, as JSON</source>
      <translation>Alle Zahlen als JSON</translation>
    </message>
    <message>
      <source>BANDS names band {}; the last one of {} is {}.</source>
      <translation>BANDS nennt Kanal {}; der letzte von {} ist {}.</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>Rot</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <source>Near infrared</source>
      <translation>Nahes Infrarot</translation>
    </message>
    <message>
      <source>BANDS is '{}'; write band numbers with commas between them, e.g. 3,2,1.</source>
      <translation>BANDS ist '{}'; Kanalnummern durch Kommas getrennt angeben, z.B. 3,2,1.</translation>
    </message>
    <message>
      <source>BANDS is '{}'; bands count from 1.</source>
      <translation>BANDS ist '{}'; Kanäle zählen ab 1.</translation>
    </message>
    <message>
      <source>CLASSES names '{}', which model '{}' does not know. It knows: {}.</source>
      <translation>CLASSES nennt '{}', was das Modell '{}' nicht kennt. Es kennt: {}.</translation>
    </message>
    <message>
      <source>SCALES is '{}'; write numbers from {:g} to {:g} with commas between them, e.g. 0.5,1.</source>
      <translation>SCALES ist '{}'; Zahlen von {:g} bis {:g} durch Kommas getrennt angeben, z.B. 0.5,1.</translation>
    </message>
    <message>
      <source>SHIFT is '{}'; write two numbers, east and north in map units, e.g. 3.5,-2.</source>
      <translation>SHIFT ist '{}'; zwei Zahlen angeben, Ost und Nord in Karteneinheiten, z.B. 3.5,-2.</translation>
    </message>
    <message>
      <source>IOU is {}; give a value above 0, at most 1.</source>
      <translation>IOU ist {}; einen Wert über 0 und höchstens 1 angeben.</translation>
    </message>
    <message>
      <source>{} needs these bands: {} ({}).</source>
      <translation>{} braucht diese Kanäle: {} ({}).</translation>
    </message>
    <message>
      <source>{} BANDS names another number: {}.</source>
      <translation>{} BANDS nennt eine andere Anzahl: {}.</translation>
    </message>
    <message>
      <source>{} The number in {} is {}. Choose another raster, or name bands in BANDS.</source>
      <translation>{} Ihre Anzahl in {} ist {}. Ein anderes Raster wählen oder Kanäle in BANDS nennen.</translation>
    </message>
    <message>
      <source>EXTENT names the CRS {}, which QGIS does not know.</source>
      <translation>EXTENT nennt das KBS {}, das QGIS nicht kennt.</translation>
    </message>
    <message>
      <source>EXTENT cannot be brought from {} to the CRS of {}, {}.</source>
      <translation>EXTENT lässt sich nicht von {} in das KBS von {}, {}, umrechnen.</translation>
    </message>
    <message>
      <source>EXTENT is empty; give xmin,xmax,ymin,ymax of an area, or leave it out for the whole raster.</source>
      <translation>EXTENT ist leer; xmin,xmax,ymin,ymax eines Gebiets angeben oder für das ganze Raster weglassen.</translation>
    </message>
    <message>
      <source>EXTENT does not touch {}, whose extent is {}.</source>
      <translation>EXTENT berührt {} nicht, dessen Ausdehnung {} ist.</translation>
    </message>
    <message>
      <source>TILE_SIZE is {}; give at least {} pixels, or 0 for the model's own.</source>
      <translation>TILE_SIZE ist {}; geben Sie mindestens {} Pixel an, oder 0 für die Größe des Modells.</translation>
    </message>
    <message>
      <source>OVERLAP is {}; it must be smaller than TILE_SIZE ({}).</source>
      <translation>OVERLAP ist {}; es muss kleiner als TILE_SIZE ({}) sein.</translation>
    </message>
    <message>
      <source>DEVICE is '{}'; write auto, cpu, cuda, cuda:N (N counts from 0) or directml.</source>
      <translation>DEVICE ist „{}“; auto, cpu, cuda, cuda:N (N zählt ab 0) oder directml angeben.</translation>
    </message>
    <message>
      <source>RESOLUTION is '{}'; write image, model, or a number of metres.</source>
      <translation>RESOLUTION ist „{}“; schreiben Sie image, model oder eine Zahl in Metern.</translation>
    </message>
    <message>
      <source>SCALING is '{}'; write one of {}.</source>
      <translation>SCALING ist '{}'; eines von {} angeben.</translation>
    </message>
    <message>
      <source>VIEWS is '{}'; write one of {}.</source>
      <translation>VIEWS ist „{}“; schreiben Sie eins von {}.</translation>
    </message>
    <message>
      <source>SPREAD needs more than one view: choose VIEWS 2 or 8, or leave it out.</source>
      <translation>SPREAD braucht mehr als eine Ansicht: Wählen Sie VIEWS 2 oder 8, oder lassen Sie es weg.</translation>
    </message>
    <message>
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <source>{} is {}; the name must end with {}.</source>
      <translation>{} ist {}; der Name muss auf {} enden.</translation>
    </message>
    <message>
      <source>{} is {}, which is a folder; add a file name.</source>
      <translation>{} ist {}, ein Ordner; einen Dateinamen anfügen.</translation>
    </message>
    <message>
      <source>{} is {}, which is no file; choose another place.</source>
      <translation>{} ist {}; das ist keine Datei. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
      <source>{} cannot be written: {} is no folder. Make it, or choose another place.</source>
      <translation>{} kann nicht geschrieben werden: {} ist kein Ordner. Diesen anlegen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
      <source>{} cannot be written to {} ({}). Choose another place.</source>
      <translation>{} kann nicht nach {} geschrieben werden ({}). Einen anderen Ort wählen.</translation>
    </message>
    <message>
      <source>{} and {} are both {}; give each its own file.</source>
      <translation>{} und {} sind beide {}; geben Sie jedem eine eigene Datei.</translation>
    </message>
    <message>
      <source>{} is {}, which is an input, or a file behind one; choose another file.</source>
      <translation>{} ist {}; das ist eine Eingabe oder eine Datei, aus der eine Eingabe liest. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
      <source>Map: a value for each class, the largest counts</source>
      <translation>Karte: ein Wert je Klasse, der größte zählt</translation>
    </message>
    <message>
      <source>Map: probabilities of the classes</source>
      <translation>Karte: Wahrscheinlichkeiten der Klassen</translation>
    </message>
    <message>
      <source>Map: a score for each class by itself</source>
      <translation>Karte: eine Bewertung je Klasse für sich</translation>
    </message>
    <message>
      <source>Map: probability of one class</source>
      <translation>Karte: Wahrscheinlichkeit einer Klasse</translation>
    </message>
    <message>
      <source>Map: value of one class, above 0 where it is</source>
      <translation>Karte: Wert einer Klasse, über 0, wo sie ist</translation>
    </message>
    <message>
      <source>Map: numbers of the classes</source>
      <translation>Karte: Nummern der Klassen</translation>
    </message>
    <message>
      <source>Scenes: a value for each class, the largest counts</source>
      <translation>Szenen: ein Wert je Klasse, der größte zählt</translation>
    </message>
    <message>
      <source>Scenes: probabilities of the classes</source>
      <translation>Szenen: Wahrscheinlichkeiten der Klassen</translation>
    </message>
    <message>
      <source>Boxes: as YOLO v5 and v7 write them</source>
      <translation>Rechtecke: wie YOLO v5 und v7 sie schreiben</translation>
    </message>
    <message>
      <source>Boxes: as YOLO v5 writes them, masks left out</source>
      <translation>Rechtecke: wie YOLO v5 sie schreibt, ohne Masken</translation>
    </message>
    <message>
      <source>Boxes: as YOLO v6 writes them</source>
      <translation>Rechtecke: wie YOLO v6 sie schreibt</translation>
    </message>
    <message>
      <source>Boxes: as YOLO v8 and later write them</source>
      <translation>Rechtecke: wie YOLO v8 und neuer sie schreiben</translation>
    </message>
    <message>
      <source>Boxes: as YOLO v8 and later write them, masks left out</source>
      <translation>Rechtecke: wie YOLO v8 und neuer sie schreiben, ohne Masken</translation>
    </message>
    <message>
      <source>Boxes: turned ones of YOLO (obb)</source>
      <translation>Rechtecke: gedrehte von YOLO (obb)</translation>
    </message>
    <message>
      <source>Boxes: as RT-DETR writes them</source>
      <translation>Rechtecke: wie RT-DETR sie schreibt</translation>
    </message>
    <message>
      <source>Boxes: listed by the file (sides, score, class)</source>
      <translation>Rechtecke: von der Datei aufgelistet (Seiten, Bewertung, Klasse)</translation>
    </message>
    <message>
      <source>Boxes: turned, listed by the file (obb)</source>
      <translation>Rechtecke: gedreht, von der Datei aufgelistet (obb)</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>Models at hand</source>
      <translation>Vorhandene Modelle</translation>
    </message>
    <message>
      <source>and {} more</source>
      <translation>und {} weitere</translation>
    </message>
    <message>
      <source>{} m; good for {} to {} m</source>
      <translation>{} m; brauchbar von {} bis {} m</translation>
    </message>
    <message>
      <source>Pixel on the ground</source>
      <translation>Pixel am Boden</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>{} {} on test data</source>
      <translation>{} {} auf Testdaten</translation>
    </message>
    <message>
      <source>not said</source>
      <translation>nicht angegeben</translation>
    </message>
    <message>
      <source>a whole number from {:g} to {:g}</source>
      <translation>eine ganze Zahl von {:g} bis {:g}</translation>
    </message>
    <message>
      <source>a number from {:g} to {:g}</source>
      <translation>eine Zahl von {:g} bis {:g}</translation>
    </message>
    <message>
      <source>{} is {}; give {}.</source>
      <translation>{} ist {}; geben Sie {} an.</translation>
    </message>
    <message>
      <source>Id of the model, bundled or from your models folder. At hand: {}.</source>
      <translation>Kennung des Modells, mitgeliefert oder aus dem eigenen Modellordner. Vorhanden: {}.</translation>
    </message>
    <message>
      <source>Bands, in the model's order</source>
      <translation>Kanäle in der Reihenfolge des Modells</translation>
    </message>
    <message>
      <source>Band numbers in the order the model wants them, e.g. 4,3,2 for red, green, blue of a raster that starts with blue. Empty: by colour interpretation, else the first ones.</source>
      <translation>Nummern der Kanäle in der Reihenfolge, die das Modell verlangt, z.B. 4,3,2 für Rot, Grün, Blau eines Rasters, das mit Blau beginnt. Leer: nach der Farbinterpretation, sonst die ersten.</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Ausdehnung</translation>
    </message>
    <message>
      <source>Empty: the whole raster.</source>
      <translation>Leer: das ganze Raster.</translation>
    </message>
    <message>
      <source>Accept gaps of tile and map services</source>
      <translation>Lücken von Diensten hinnehmen</translation>
    </message>
    <message>
      <source>What a service does not deliver, or delivers empty, becomes nodata and is counted in a warning. Otherwise it is tried again, and then an error.</source>
      <translation>Was ein Dienst nicht oder leer liefert, wird zu nodata und in einer Warnung gezählt. Sonst wird es erneut versucht und ist dann ein Fehler.</translation>
    </message>
    <message>
      <source>Only within polygons</source>
      <translation>Nur innerhalb von Polygonen</translation>
    </message>
    <message>
      <source>What lies outside these polygons is nodata in all results. Empty: everything is looked at.</source>
      <translation>Was außerhalb dieser Polygone liegt, ist in allen Ergebnissen Nodata. Leer: alles wird betrachtet.</translation>
    </message>
    <message>
      <source>Match the colours of the later image</source>
      <translation>Farben des späteren Bildes angleichen</translation>
    </message>
    <message>
      <source>The values of the later image are brought to those of the earlier one by a gain and an offset per band, found where nothing changed. For images of different light, haze or sensor; a model that was trained on such differences may see more without it.</source>
      <translation>Die Werte des späteren Bildes werden durch Faktor und Versatz je Kanal, bestimmt wo sich nichts verändert hat, an die des früheren angeglichen. Für Bilder mit anderem Licht, Dunst oder Sensor; ein Modell, das mit solchen Unterschieden trainiert wurde, kann ohne dies mehr sehen.</translation>
    </message>
    <message>
      <source>Radius of the disc in pixels, at most 50; 0: not at all.</source>
      <translation>Radius der Scheibe in Pixeln, höchstens 50; 0: gar nicht.</translation>
    </message>
    <message>
      <source>Closing (pixels)</source>
      <translation>Schließung (Pixel)</translation>
    </message>
    <message>
      <source>Joins changed pieces that lie near each other, and fills gaps.</source>
      <translation>Verbindet veränderte Teile, die nahe beieinanderliegen, und füllt Lücken.</translation>
    </message>
    <message>
      <source>Opening (pixels)</source>
      <translation>Öffnung (Pixel)</translation>
    </message>
    <message>
      <source>After closing: removes specks and threads of change.</source>
      <translation>Nach der Schließung: entfernt Flecken und Fäden von Veränderung.</translation>
    </message>
    <message>
      <source>Simplification</source>
      <translation>Vereinfachung</translation>
    </message>
    <message>
      <source>Outlines of polygons may leave the pixels' edges by so many metres (pixels where the raster has no CRS). Their area stays that of the pixels.</source>
      <translation>Um so viele Meter (Pixel, wenn das Raster kein KBS hat) dürfen die Umrisse der Polygone von den Pixelkanten abweichen. Ihre Fläche bleibt die der Pixel.</translation>
    </message>
    <message>
      <source>As the model wants it</source>
      <translation>Wie das Modell es braucht</translation>
    </message>
    <message>
      <source>Values as they are</source>
      <translation>Werte, wie sie sind</translation>
    </message>
    <message>
      <source>2nd to 98th percentile of the extent</source>
      <translation>2. bis 98. Perzentil der Ausdehnung</translation>
    </message>
    <message>
      <source>Smallest to largest value of the extent</source>
      <translation>Kleinster bis größter Wert der Ausdehnung</translation>
    </message>
    <message>
      <source>2nd to 98th percentile of the whole raster</source>
      <translation>2. bis 98. Perzentil des ganzen Rasters</translation>
    </message>
    <message>
      <source>Smallest to largest value of the whole raster</source>
      <translation>Kleinster bis größter Wert des ganzen Rasters</translation>
    </message>
    <message>
      <source>Sentinel-2 reflectance × 10,000</source>
      <translation>Reflexion von Sentinel-2 × 10.000</translation>
    </message>
    <message>
      <source>Sentinel-2 reflectance × 10,000 + 1000 (since 2022)</source>
      <translation>Reflexion von Sentinel-2 × 10.000 + 1000 (seit 2022)</translation>
    </message>
    <message>
      <source>Sentinel-2 true colour, 8 bits</source>
      <translation>Echtfarben von Sentinel-2, 8 Bit</translation>
    </message>
    <message>
      <source>1: as it is</source>
      <translation>1: so, wie sie ist</translation>
    </message>
    <message>
      <source>2: mirrored too</source>
      <translation>2: auch gespiegelt</translation>
    </message>
    <message>
      <source>8: turned by quarters too</source>
      <translation>8: auch um Viertel gedreht</translation>
    </message>
    <message>
      <source>Ground resolution that the model sees</source>
      <translation>Bodenauflösung, die das Modell sieht</translation>
    </message>
    <message>
      <source>The image's pixels as they are</source>
      <translation>Die Pixel des Bildes, wie sie sind</translation>
    </message>
    <message>
      <source>What the model was trained at</source>
      <translation>Womit das Modell trainiert wurde</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Scaling of values</source>
      <translation>Skalierung der Werte</translation>
    </message>
    <message>
      <source>auto: as the model wants it; none: values as they are; percentile: 2nd to 98th percentile of each band in the extent; minmax: smallest to largest value of each band in the extent; percentile_raster and minmax_raster: those of the whole raster, so that results do not depend on the extent; sentinel2, sentinel2_offset and sentinel2_8bit: Sentinel-2 reflectance times 10,000, the same with 1000 added (products since 2022), and 8-bit true colour.</source>
      <translation>auto: wie das Modell es braucht; none: Werte, wie sie sind; percentile: 2. bis 98. Perzentil jedes Kanals in der Ausdehnung; minmax: kleinster bis größter Wert jedes Kanals in der Ausdehnung; percentile_raster und minmax_raster: die des ganzen Rasters, so dass Ergebnisse nicht von der Ausdehnung abhängen; sentinel2, sentinel2_offset und sentinel2_8bit: Reflexion von Sentinel-2 mal 10.000, dieselbe mit 1000 dazu (Produkte seit 2022) und Echtfarben mit 8 Bit.</translation>
    </message>
    <message>
      <source>image: the raster's pixels as they are; model: those that the model was trained at; or a number of metres. Results lie on the raster's pixels in any case. Up to 8 times finer or coarser.</source>
      <translation>image: die Pixel des Rasters, wie sie sind; model: jene, mit denen das Modell trainiert wurde; oder eine Zahl in Metern. Die Ergebnisse liegen in jedem Fall auf den Pixeln des Rasters. Bis zu 8-mal feiner oder gröber.</translation>
    </message>
    <message>
      <source>Tile size (pixels)</source>
      <translation>Kachelgröße (Pixel)</translation>
    </message>
    <message>
      <source>Side of the squares that are computed at once. 0: the model's own.</source>
      <translation>Seitenlänge der Quadrate, die auf einmal gerechnet werden. 0: die des Modells.</translation>
    </message>
    <message>
      <source>Overlap of tiles (pixels)</source>
      <translation>Überlappung der Kacheln (Pixel)</translation>
    </message>
    <message>
      <source>Neighbouring tiles are blended over it. -1: the model's own.</source>
      <translation>Darin werden benachbarte Kacheln ineinander übergeblendet. -1: die des Modells.</translation>
    </message>
    <message>
      <source>Tiles per step</source>
      <translation>Kacheln je Schritt</translation>
    </message>
    <message>
      <source>More needs more memory. 0: as many as are good here.</source>
      <translation>Mehr braucht mehr Arbeitsspeicher. 0: so viele, wie hier gut sind.</translation>
    </message>
    <message>
      <source>auto, cpu, cuda, cuda:N or directml.</source>
      <translation>auto, cpu, cuda, cuda:N oder directml.</translation>
    </message>
    <message>
      <source>Views</source>
      <translation>Ansichten</translation>
    </message>
    <message>
      <source>In how many orientations each tile is looked at: 1, as it is; 2, mirrored too; 8, turned by quarters too. The answers are averaged: somewhat better results in 2 or 8 times the time.</source>
      <translation>In wie vielen Lagen jede Kachel angesehen wird: 1, wie sie ist; 2, auch gespiegelt; 8, auch um Viertel gedreht. Die Antworten werden gemittelt: etwas bessere Ergebnisse in der 2- oder 8-fachen Zeit.</translation>
    </message>
    <message>
      <source>Smallest polygon</source>
      <translation>Kleinstes Polygon</translation>
    </message>
    <message>
      <source>Smaller polygons are left out. In square metres; in pixels where the raster has no CRS.</source>
      <translation>Kleinere Polygone werden weggelassen. In Quadratmetern; in Pixeln, wenn das Raster kein KBS hat.</translation>
    </message>
    <message>
      <source>Overlap (IoU, 0 to 1)</source>
      <translation>Überlappung (IoU, 0 bis 1)</translation>
    </message>
    <message>
      <source>Unfamiliar</source>
      <translation>Unvertraut</translation>
    </message>
    <message>
      <source>A raster of one cell a tile that says how unlike the model's training it is: from 100 on, what the model says there is a guess.</source>
      <translation>Ein Raster mit einer Zelle je Kachel, das sagt, wie unähnlich sie dem Training des Modells ist: Ab 100 ist geraten, was das Modell dort sagt.</translation>
    </message>
    <message>
      <source>Spread over views</source>
      <translation>Streuung über die Ansichten</translation>
    </message>
    <message>
      <source>How much the views differ in the score of what won (a standard deviation, 0 to 0.5); needs 2 or 8 views.</source>
      <translation>Wie sehr sich die Ansichten in der Bewertung dessen unterscheiden, was gewann (Standardabweichung, 0 bis 0,5); braucht 2 oder 8 Ansichten.</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>Zusammenfassung</translation>
    </message>
    <message>
      <source>HTML files</source>
      <translation>HTML-Dateien</translation>
    </message>
    <message>
      <source>What an ONNX file gives</source>
      <translation>Was eine ONNX-Datei liefert</translation>
    </message>
    <message>
      <source>For a file that does not say it; without this you are told what fits. auto: as the file says. map_…: of each pixel a value for each class (logits, probabilities that add up to 1, or independent of each other), or one channel (a probability, its logit, or the numbers of the classes). scene_…: the same of a whole image. boxes_…: as YOLO v5 and v7, v6, v8 and later write them, turned (obb), in shares of the image (RT-DETR), or listed by the graph itself.</source>
      <translation>Für eine Datei, die es nicht selbst sagt; ohne diese Angabe wird gemeldet, was passt. auto: wie die Datei sagt. map_…: für jedes Pixel ein Wert je Klasse (Logits, Wahrscheinlichkeiten, die zusammen 1 ergeben, oder voneinander unabhängige) oder ein einziger Kanal (eine Wahrscheinlichkeit, ihr Logit oder die Nummern der Klassen). scene_…: dasselbe für ein ganzes Bild. boxes_…: wie YOLO v5 und v7, v6, v8 und neuer sie schreiben, gedreht (obb), in Anteilen des Bildes (RT-DETR) oder vom Graphen selbst aufgelistet.</translation>
    </message>
    <message>
      <source>Values as 0 to 1</source>
      <translation>Werte von 0 bis 1</translation>
    </message>
    <message>
      <source>Values by ImageNet's mean and deviation</source>
      <translation>Werte nach Mittel und Abweichung von ImageNet</translation>
    </message>
    <message>
      <source>What an ONNX file is fed</source>
      <translation>Womit eine ONNX-Datei gefüttert wird</translation>
    </message>
    <message>
      <source>auto: as the file says, else unit. none: the values as they are; unit: 0 to 1; imagenet: with ImageNet's mean and standard deviation.</source>
      <translation>auto: wie die Datei sagt, sonst unit. none: die Werte, wie sie sind; unit: 0 bis 1; imagenet: mit Mittelwert und Standardabweichung von ImageNet.</translation>
    </message>
    <message>
      <source>Name of the output that counts</source>
      <translation>Name des Ausgangs, der zählt</translation>
    </message>
    <message>
      <source>Empty: its only one.</source>
      <translation>Leer: der einzige.</translation>
    </message>
    <message>
      <source>What its bands are</source>
      <translation>Was seine Kanäle sind</translation>
    </message>
    <message>
      <source>In its order, with commas between them, e.g. red,green,blue,nir.</source>
      <translation>In seiner Reihenfolge, durch Kommas getrennt, z. B. red,green,blue,nir.</translation>
    </message>
    <message>
      <source>Colours of the classes</source>
      <translation>Farben der Klassen</translation>
    </message>
    <message>
      <source>As #rrggbb, with commas between them.</source>
      <translation>Als #rrggbb, durch Kommas getrennt.</translation>
    </message>
    <message>
      <source>Mean of its bands</source>
      <translation>Mittelwert seiner Kanäle</translation>
    </message>
    <message>
      <source>Instead of the above: what is subtracted from values of its range, of one band or of each.</source>
      <translation>Statt des Obigen: was von Werten seines Bereichs abgezogen wird, für einen Kanal oder für jeden.</translation>
    </message>
    <message>
      <source>Standard deviation of its bands</source>
      <translation>Standardabweichung seiner Kanäle</translation>
    </message>
    <message>
      <source>What they are divided by after that.</source>
      <translation>Wodurch sie danach geteilt werden.</translation>
    </message>
    <message>
      <source>Range of its values</source>
      <translation>Bereich seiner Werte</translation>
    </message>
    <message>
      <source>Smallest and largest value of the images that it was trained on, e.g. 0,10000. Empty: 0 to 255.</source>
      <translation>Kleinster und größter Wert der Bilder, mit denen es trainiert wurde, z. B. 0,10000. Leer: 0 bis 255.</translation>
    </message>
    <message>
      <source>Tile size (pixels, 0: the file's)</source>
      <translation>Kachelgröße (Pixel, 0: die der Datei)</translation>
    </message>
    <message>
      <source>Side of the images that it was trained on.</source>
      <translation>Seitenlänge der Bilder, mit denen es trainiert wurde.</translation>
    </message>
    <message>
      <source>NORMALIZATION is {} and MEAN or STD are given; leave out one or the other.</source>
      <translation>NORMALIZATION ist {}, und MEAN oder STD sind angegeben; das eine oder das andere weglassen.</translation>
    </message>
    <message>
      <source>MEAN and STD belong together; give both, or neither.</source>
      <translation>MEAN und STD gehören zusammen; beide angeben oder keines.</translation>
    </message>
    <message>
      <source>{} is '{}'; write one of {}.</source>
      <translation>{} ist '{}'; eines von {} angeben.</translation>
    </message>
    <message>
      <source>COLORS is '{}'; write colours as #rrggbb with commas between them, one for each class.</source>
      <translation>COLORS ist '{}'; Farben als #rrggbb angeben, durch Kommas getrennt, eine je Klasse.</translation>
    </message>
    <message>
      <source>{} is '{}'; write numbers with commas between them, one or one for each band.</source>
      <translation>{} ist '{}'; Zahlen angeben, durch Kommas getrennt, eine oder eine je Kanal.</translation>
    </message>
    <message>
      <source>VALUE_RANGE is '{}'; write the smallest and the largest value, e.g. 0,10000.</source>
      <translation>VALUE_RANGE ist '{}'; den kleinsten und den größten Wert angeben, z. B. 0,10000.</translation>
    </message>
    <message>
      <source>{} is both the earlier and the later image, so nothing can have changed. Choose another one for one of the two dates.</source>
      <translation>{} ist das frühere und das spätere Bild zugleich, also kann sich nichts verändert haben. Für einen der beiden Zeitpunkte ein anderes Bild wählen.</translation>
    </message>
    <message>
      <source>The images look swapped: the earlier one, {}, says {}, and the later one, {}, says {}.</source>
      <translation>Die Bilder scheinen vertauscht zu sein: das frühere, {}, nennt {}, und das spätere, {}, nennt {}.</translation>
    </message>
    <message>
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <source>{name}: {right} right, {wrong} wrong, {missed} missed; precision {p}, recall {r}, F1 {f}, AP {ap}</source>
      <translation>{name}: {right} richtig, {wrong} falsch, {missed} übersehen; Precision {p}, Recall {r}, F1 {f}, AP {ap}</translation>
    </message>
    <message>
      <source>Mean AP at IoU {}: {}</source>
      <translation>Mittlere AP bei IoU {}: {}</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Klasse</translation>
    </message>
    <message>
      <source>References</source>
      <translation>Referenzen</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>Richtig</translation>
    </message>
    <message>
      <source>Wrong</source>
      <translation>Falsch</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Übersehen</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Precision</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <source>AP, 11 points</source>
      <translation>AP, 11 Punkte</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>Pixel</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>The engine works.</source>
      <translation>Die Engine funktioniert.</translation>
    </message>
    <message>
      <source>Plugin</source>
      <translation>Erweiterung</translation>
    </message>
    <message>
      <source>System</source>
      <translation>System</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versionen</translation>
    </message>
    <message>
      <source>Processors</source>
      <translation>Prozessoren</translation>
    </message>
    <message>
      <source>Free memory</source>
      <translation>Freier Speicher</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <source>Folder of engines</source>
      <translation>Ordner der Engines</translation>
    </message>
    <message>
      <source>{} free</source>
      <translation>{} frei</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>Nicht verwendet</translation>
    </message>
    <message>
      <source>does not work: {}</source>
      <translation>funktioniert nicht: {}</translation>
    </message>
    <message>
      <source>works, {:.2f} ms, by {}</source>
      <translation>funktioniert, {:.2f} ms, mit {}</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>Überlappung</translation>
    </message>
    <message>
      <source>{:.1f} % of the extent</source>
      <translation>{:.1f} % der Ausdehnung</translation>
    </message>
    <message>
      <source>Pixel size</source>
      <translation>Pixelgröße</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Versatz</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <source>unknown on the ground: at least one image has no coordinate reference system</source>
      <translation>am Boden unbekannt: mindestens ein Bild hat kein Koordinatenbezugssystem</translation>
    </message>
    <message>
      <source>{:.3g} m before, {:.3g} m after</source>
      <translation>vorher {:.3g} m, nachher {:.3g} m</translation>
    </message>
    <message>
      <source>They differ much: the coarser image shows less, which may look like change</source>
      <translation>Sie unterscheiden sich stark: das gröbere Bild zeigt weniger, was wie Veränderung aussehen kann</translation>
    </message>
    <message>
      <source>cannot be told: the parts of the images disagree; of {} windows {} say the same</source>
      <translation>lässt sich nicht sagen: die Teile der Bilder widersprechen sich; von {} Fenstern sagen {} dasselbe</translation>
    </message>
    <message>
      <source>cannot be told: the images have too little in common</source>
      <translation>nicht bestimmbar: die Bilder haben zu wenig gemeinsam</translation>
    </message>
    <message>
      <source>{:.2f} pixels</source>
      <translation>{:.2f} Pixel</translation>
    </message>
    <message>
      <source> ({:.2f} m)</source>
      <translation> ({:.2f} m)</translation>
    </message>
    <message>
      <source>the later image is off by {}; parts of it differ by {:.2f} pixels</source>
      <translation>das spätere Bild liegt um {} daneben; Teile davon weichen um {:.2f} Pixel ab</translation>
    </message>
    <message>
      <source>That does no harm</source>
      <translation>Das schadet nicht</translation>
    </message>
    <message>
      <source>Enter {:.6g},{:.6g} in Detect change as the shift of the later image</source>
      <translation>In „Veränderungen erkennen“ {:.6g},{:.6g} als Versatz des späteren Bildes eintragen</translation>
    </message>
    <message>
      <source>values differ by {:.0f} %, after matching by {:.0f} %</source>
      <translation>die Werte unterscheiden sich um {:.0f} %, nach der Angleichung um {:.0f} %</translation>
    </message>
    <message>
      <source>Matching the colours in Detect change takes that away; some models see more without it</source>
      <translation>Die Farben anzugleichen, in „Veränderungen erkennen“, nimmt das weg; manche Modelle sehen ohne das mehr</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>Spalte</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <source>To the right</source>
      <translation>Nach rechts</translation>
    </message>
    <message>
      <source>Downwards</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <source>Weight</source>
      <translation>Gewicht</translation>
    </message>
    <message>
      <source>Agrees</source>
      <translation>Stimmt überein</translation>
    </message>
    <message>
      <source>Windows that were compared (pixels)</source>
      <translation>Verglichene Fenster (Pixel)</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Erstellt</translation>
    </message>
    <message>
      <source>{} pixels with data</source>
      <translation>{} Pixel mit Daten</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Fläche</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Features</source>
      <translation>Objekte</translation>
    </message>
    <message>
      <source>{} tiles, {} million pixels/s</source>
      <translation>{} Kacheln, {} Millionen Pixel/s</translation>
    </message>
    <message>
      <source>Unfamiliar to the model</source>
      <translation>Dem Modell unvertraut</translation>
    </message>
    <message>
      <source>Licence of the model</source>
      <translation>Lizenz des Modells</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Hinweise</translation>
    </message>
    <message>
      <source>Area ({})</source>
      <translation>Fläche ({})</translation>
    </message>
    <message>
      <source>Share (%)</source>
      <translation>Anteil (%)</translation>
    </message>
    <message>
      <source>Scores</source>
      <translation>Scores</translation>
    </message>
    <message>
      <source>How accurate the model is, its description does not say.</source>
      <translation>Wie genau das Modell ist, sagt seine Beschreibung nicht.</translation>
    </message>
    <message>
      <source>Measured on test data, which the model was not trained on</source>
      <translation>Gemessen an Testdaten, mit denen das Modell nicht trainiert wurde</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>Maß</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>The model</source>
      <translation>Das Modell</translation>
    </message>
    <message>
      <source>Raster layer to segment.</source>
      <translation>Rasterlayer, der segmentiert wird.</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Konfidenz</translation>
    </message>
    <message>
      <source>Class polygons</source>
      <translation>Klassenpolygone</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>Of polygons that overlap this much or more, one stays.</source>
      <translation>Von Polygonen, die sich so stark oder stärker überlappen, bleibt eines.</translation>
    </message>
    <message>
      <source>Best polygons</source>
      <translation>Beste Polygone</translation>
    </message>
    <message>
      <source>{} of {} polygons kept.</source>
      <translation>{} von {} Polygonen behalten.</translation>
    </message>
    <message>
      <source>QGIS's authentication '{}' cannot be used for {}; check it.</source>
      <translation>Die Authentifizierung '{}' von QGIS lässt sich für {} nicht verwenden; bitte prüfen.</translation>
    </message>
    <message>
      <source>the server wants to know who asks ({}); choose an authentication for the catalogue</source>
      <translation>der Server will wissen, wer fragt ({}); eine Authentifizierung für den Katalog wählen</translation>
    </message>
    <message>
      <source>there is nothing at this address ({})</source>
      <translation>unter dieser Adresse gibt es nichts ({})</translation>
    </message>
    <message>
      <source>the server answered {}; try again later</source>
      <translation>der Server antwortete {}; später noch einmal versuchen</translation>
    </message>
    <message>
      <source>the server cannot be reached ({}); check the connection, and the proxy in QGIS's options</source>
      <translation>der Server ist nicht zu erreichen ({}); die Verbindung und den Proxy in den Optionen von QGIS prüfen</translation>
    </message>
    <message>
      <source>its certificate is not trusted ({}); see the certificates in QGIS's options</source>
      <translation>seinem Zertifikat wird nicht vertraut ({}); siehe die Zertifikate in den Optionen von QGIS</translation>
    </message>
    <message>
      <source>no more came in the time that QGIS's network options allow</source>
      <translation>in der Zeit, die die Netzwerkoptionen von QGIS erlauben, kam nichts mehr</translation>
    </message>
    <message>
      <source>Another QGIS is downloading {}.</source>
      <translation>Ein anderes QGIS lädt {} gerade herunter.</translation>
    </message>
    <message>
      <source>The catalogue names no URL for {}.</source>
      <translation>Der Katalog nennt keine Adresse für {}.</translation>
    </message>
    <message>
      <source>It has more than {:,} bytes: refused.</source>
      <translation>Es sind mehr als {:,} Bytes: abgelehnt.</translation>
    </message>
    <message>
      <source>{} cannot be read: {}</source>
      <translation>{} kann nicht gelesen werden: {}</translation>
    </message>
    <message>
      <source>{} cannot be fetched: {}</source>
      <translation>{} lässt sich nicht abrufen: {}</translation>
    </message>
    <message>
      <source>Give the address of a catalogue, or choose its file.</source>
      <translation>Die Adresse eines Katalogs angeben oder seine Datei wählen.</translation>
    </message>
    <message>
      <source>{} is neither a file nor an http or https address.</source>
      <translation>{} ist weder eine Datei noch eine http- oder https-Adresse.</translation>
    </message>
    <message>
      <source>A catalogue from the web may not name files of this machine ({}).</source>
      <translation>Ein Katalog aus dem Netz darf keine Dateien dieses Rechners nennen ({}).</translation>
    </message>
    <message>
      <source>Open Raster &gt; LWGANet &gt; Engine and press Set up, or run the tool Set up the engine (lwganet:installengine).</source>
      <translation>Raster &gt; LWGANet &gt; Engine öffnen und „Einrichten“ drücken, oder das Werkzeug „Engine einrichten“ (lwganet:installengine) ausführen.</translation>
    </message>
    <message>
      <source>{}: {} {}</source>
      <translation>{}: {} {}</translation>
    </message>
    <message>
      <source>The engine's own environment</source>
      <translation>Die eigene Umgebung der Engine</translation>
    </message>
    <message>
      <source>The system</source>
      <translation>Das System</translation>
    </message>
    <message>
      <source>An environment of an earlier version</source>
      <translation>Eine Umgebung einer früheren Version</translation>
    </message>
    <message>
      <source>The engine is not set up yet. {}</source>
      <translation>Die Engine ist noch nicht eingerichtet. {}</translation>
    </message>
    <message>
      <source>The environment variable {}</source>
      <translation>Die Umgebungsvariable {}</translation>
    </message>
    <message>
      <source>The setting lwganet/engine_python</source>
      <translation>Die Einstellung lwganet/engine_python</translation>
    </message>
    <message>
      <source>The extent does not touch {}; choose another EXTENT.</source>
      <translation>Die Ausdehnung berührt {} nicht; einen anderen EXTENT wählen.</translation>
    </message>
    <message>
      <source>{} would be copied with {} x {} pixels; choose an EXTENT that is smaller (at most {} pixels a side).</source>
      <translation>{} würde mit {} x {} Pixeln kopiert; einen kleineren EXTENT wählen (höchstens {} Pixel je Seite).</translation>
    </message>
    <message>
      <source>The CRS {} cannot be given to the raster</source>
      <translation>Das KBS {} kann dem Raster nicht zugewiesen werden</translation>
    </message>
    <message>
      <source>The copy of {} cannot be written to {}: {}</source>
      <translation>Die Kopie von {} kann nicht nach {} geschrieben werden: {}</translation>
    </message>
    <message>
      <source>The layer's service did not deliver the image; try again, or a smaller EXTENT.</source>
      <translation>Der Dienst des Layers hat das Bild nicht geliefert; noch einmal versuchen oder einen kleineren EXTENT wählen.</translation>
    </message>
    <message>
      <source>{} of {} tiles of {} were not delivered, or are empty, at {} ({}).</source>
      <translation>{} von {} Kacheln von {} wurden nicht geliefert oder sind leer, bei {} ({}).</translation>
    </message>
    <message>
      <source>Try again later, choose an EXTENT farther away from them, or accept gaps (ACCEPT_GAPS), which are nodata then.</source>
      <translation>Später erneut versuchen, eine EXTENT weiter weg von ihnen wählen oder Lücken hinnehmen (ACCEPT_GAPS), die dann nodata sind.</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Einrichten…</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Class number</source>
      <translation>Klasse Nr.</translation>
    </message>
    <message>
      <source>Score (0 to 1)</source>
      <translation>Score (0 bis 1)</translation>
    </message>
    <message>
      <source>Second-best class</source>
      <translation>Zweitbeste Klasse</translation>
    </message>
    <message>
      <source>Second score (0 to 1)</source>
      <translation>Zweiter Score (0 bis 1)</translation>
    </message>
    <message>
      <source>Direction (°)</source>
      <translation>Richtung (°)</translation>
    </message>
    <message>
      <source>Length (m)</source>
      <translation>Länge (m)</translation>
    </message>
    <message>
      <source>Width (m)</source>
      <translation>Breite (m)</translation>
    </message>
    <message>
      <source>Area (m²)</source>
      <translation>Fläche (m²)</translation>
    </message>
    <message>
      <source>Length (pixels)</source>
      <translation>Länge (Pixel)</translation>
    </message>
    <message>
      <source>Width (pixels)</source>
      <translation>Breite (Pixel)</translation>
    </message>
    <message>
      <source>Area (pixels)</source>
      <translation>Fläche (Pixel)</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Ausgang</translation>
    </message>
    <message>
      <source>Probability (0 to 1)</source>
      <translation>Wahrscheinlichkeit (0 bis 1)</translation>
    </message>
    <message>
      <source>a feature could not be written</source>
      <translation>ein Objekt konnte nicht geschrieben werden</translation>
    </message>
    <message>
      <source>{} of {} features arrived</source>
      <translation>{} von {} Objekten kamen an</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>der Datenträger ist voll</translation>
    </message>
    <message>
      <source>is the disk full, or the file open elsewhere?</source>
      <translation>ist der Datenträger voll oder die Datei anderswo geöffnet?</translation>
    </message>
    <message>
      <source>{} cannot be written: {} ({}). Nothing was kept.</source>
      <translation>{} kann nicht geschrieben werden: {} ({}). Nichts wurde behalten.</translation>
    </message>
    <message>
      <source>{} cannot be written ({}). Choose another place.</source>
      <translation>{} kann nicht geschrieben werden ({}). Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
      <source>{} cannot be written ({}). Nothing was changed.</source>
      <translation>{} kann nicht geschrieben werden ({}). Nichts wurde verändert.</translation>
    </message>
    <message>
      <source>{} is being written by another run ({}, since {}, process {}). Wait until it has ended, or choose another file.</source>
      <translation>{} wird gerade von einem anderen Lauf geschrieben ({}, seit {}, Prozess {}). Warten Sie sein Ende ab oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
      <source>{} cannot be written to; is it open elsewhere?</source>
      <translation>In {} kann nicht geschrieben werden; ist die Datei anderswo geöffnet?</translation>
    </message>
    <message>
      <source>{} names {}, which cannot be started ({}). {}</source>
      <translation>{} nennt {}, was nicht gestartet werden kann ({}). {}</translation>
    </message>
    <message>
      <source>The engine's answer cannot be read ({}). Install the plugin again.</source>
      <translation>Die Antwort der Engine kann nicht gelesen werden ({}). Die Erweiterung neu installieren.</translation>
    </message>
    <message>
      <source>The engine did not start within {:.0f} s. {}</source>
      <translation>Die Engine ist in {:.0f} s nicht gestartet. {}</translation>
    </message>
    <message>
      <source>The engine failed: {} (details: {})</source>
      <translation>Die Engine ist gescheitert: {} (Einzelheiten: {})</translation>
    </message>
    <message>
      <source>The engine cannot start. {} ({})</source>
      <translation>Die Engine kann nicht starten. {} ({})</translation>
    </message>
    <message>
      <source>The engine was killed, most likely because memory ran out. Try a smaller TILE_SIZE or BATCH_SIZE, or close other programs (details: {})</source>
      <translation>Die Engine wurde beendet, sehr wahrscheinlich weil der Arbeitsspeicher nicht reichte. TILE_SIZE oder BATCH_SIZE verkleinern oder andere Programme schließen (Einzelheiten: {})</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly ({}). Nothing was written. If it happens again, report it with the log file {}</source>
      <translation>Die Engine endete unerwartet ({}). Nichts wurde geschrieben. Geschieht es wieder, bitte mit der Protokolldatei {} melden</translation>
    </message>
    <message>
      <source>{} {} chose this Python. {}</source>
      <translation>{} {} hat dieses Python gewählt. {}</translation>
    </message>
    <message>
      <source>{} has all packages; the log file says more: {}</source>
      <translation>{} hat alle Pakete; mehr sagt die Protokolldatei: {}</translation>
    </message>
    <message>
      <source>{} has all packages, and ended without a word.</source>
      <translation>{} hat alle Pakete und endete ohne ein Wort.</translation>
    </message>
    <message>
      <source>signal {}</source>
      <translation>Signal {}</translation>
    </message>
    <message>
      <source>exit code {}</source>
      <translation>Rückgabewert {}</translation>
    </message>
    <message>
      <source>Processor</source>
      <translation>Prozessor</translation>
    </message>
    <message>
      <source>NVIDIA graphics card</source>
      <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
      <source>Any graphics card (DirectML)</source>
      <translation>Beliebige Grafikkarte (DirectML)</translation>
    </message>
    <message>
      <source>Training and import</source>
      <translation>Training und Import</translation>
    </message>
    <message>
      <source>Runs all models on this computer's processor. The right choice to begin with.</source>
      <translation>Rechnet alle Modelle auf dem Prozessor dieses Rechners. Für den Anfang die richtige Wahl.</translation>
    </message>
    <message>
      <source>Runs models on an NVIDIA card with a recent driver; brings the libraries of CUDA with it.</source>
      <translation>Rechnet Modelle auf einer NVIDIA-Karte mit neuem Treiber; bringt die Bibliotheken von CUDA mit.</translation>
    </message>
    <message>
      <source>Runs models on the graphics card of any maker, where a tool's device is directml.</source>
      <translation>Rechnet Modelle auf der Grafikkarte jedes Herstellers, wo das Gerät eines Werkzeugs directml ist.</translation>
    </message>
    <message>
      <source>Adds PyTorch: for importing checkpoints, and for CUDA devices through PyTorch.</source>
      <translation>Dazu PyTorch: um Checkpoints zu importieren, und für CUDA-Geräte über PyTorch.</translation>
    </message>
    <message>
      <source>{} did not answer within {:.0f} s.</source>
      <translation>{} hat innerhalb von {:.0f} s nicht geantwortet.</translation>
    </message>
    <message>
      <source>{} cannot be started ({}).</source>
      <translation>{} kann nicht gestartet werden ({}).</translation>
    </message>
    <message>
      <source>{} is not a working Python (exit code {}).</source>
      <translation>{} ist kein funktionierendes Python (Rückgabewert {}).</translation>
    </message>
    <message>
      <source>{} is Python {}.{}; the engine needs 3.9 or newer.</source>
      <translation>{} ist Python {}.{}; die Engine braucht 3.9 oder neuer.</translation>
    </message>
    <message>
      <source>{} is a {}-bit Python; the engine needs a 64-bit one.</source>
      <translation>{} ist ein {}-Bit-Python; die Engine braucht eines mit 64 Bit.</translation>
    </message>
    <message>
      <source>{} lacks the package {} ({}).</source>
      <translation>{} fehlt das Paket {} ({}).</translation>
    </message>
    <message>
      <source>{} lacks the packages {} ({}).</source>
      <translation>{} fehlen die Pakete {} ({}).</translation>
    </message>
    <message>
      <source>{} does not exist.</source>
      <translation>{} gibt es nicht.</translation>
    </message>
    <message>
      <source>{} is a folder; name the Python in it.</source>
      <translation>{} ist ein Ordner; das Python darin angeben.</translation>
    </message>
    <message>
      <source>{} is not a program.</source>
      <translation>{} ist kein Programm.</translation>
    </message>
    <message>
      <source>{} is a program with windows of its own ({}), not a Python; it was not started. Name a file that is called python, python3 or python.exe.</source>
      <translation>{} ist ein Programm mit eigenen Fenstern ({}) und kein Python; es wurde nicht gestartet. Eine Datei angeben, die python, python3 oder python.exe heißt.</translation>
    </message>
    <message>
      <source>{} is a batch file or a link; name the python.exe that it starts.</source>
      <translation>{} ist eine Batchdatei oder Verknüpfung; die python.exe angeben, die sie startet.</translation>
    </message>
    <message>
      <source>{} only opens the Microsoft Store; name an installed Python.</source>
      <translation>{} öffnet nur den Microsoft Store; ein installiertes Python angeben.</translation>
    </message>
    <message>
      <source>{} only offers to install Apple's developer tools; name an installed Python.</source>
      <translation>{} bietet nur an, Apples Entwicklerwerkzeuge zu installieren; ein installiertes Python angeben.</translation>
    </message>
    <message>
      <source>{} is not a Python: such a file is called python, python3 or python.exe.</source>
      <translation>{} ist kein Python: Eine solche Datei heißt python, python3 oder python.exe.</translation>
    </message>
    <message>
      <source>The package index cannot be reached.</source>
      <translation>Der Paketindex ist nicht erreichbar.</translation>
    </message>
    <message>
      <source>The proxy server refuses the connection.</source>
      <translation>Der Proxyserver verweigert die Verbindung.</translation>
    </message>
    <message>
      <source>The connection is not trusted: its certificate is of an authority that is not known.</source>
      <translation>Der Verbindung wird nicht vertraut: Ihr Zertifikat stammt von einer unbekannten Stelle.</translation>
    </message>
    <message>
      <source>A download broke off or arrived damaged.</source>
      <translation>Ein Download ist abgebrochen oder beschädigt angekommen.</translation>
    </message>
    <message>
      <source>A package is not the one that was tested: its checksum differs.</source>
      <translation>Ein Paket ist nicht das geprüfte: Seine Prüfsumme weicht ab.</translation>
    </message>
    <message>
      <source>The package index does not have all packages.</source>
      <translation>Der Paketindex hat nicht alle Pakete.</translation>
    </message>
    <message>
      <source>The folder {folder} does not have all packages for this computer.</source>
      <translation>Der Ordner {folder} enthält nicht alle Pakete für diesen Rechner.</translation>
    </message>
    <message>
      <source>There is not enough space on the disk of {folder}.</source>
      <translation>Auf dem Laufwerk von {folder} ist nicht genug Platz.</translation>
    </message>
    <message>
      <source>Nothing can be written to {folder}.</source>
      <translation>In {folder} lässt sich nichts schreiben.</translation>
    </message>
    <message>
      <source>The system did not allow a file to be written or started.</source>
      <translation>Das System hat nicht erlaubt, eine Datei zu schreiben oder zu starten.</translation>
    </message>
    <message>
      <source>The path of {folder} is too long for the files that go into it.</source>
      <translation>Der Pfad von {folder} ist zu lang für die Dateien, die hineinkommen.</translation>
    </message>
    <message>
      <source>Windows lacks the Visual C++ runtime that the engine needs.</source>
      <translation>Windows fehlt die Visual-C++-Laufzeit, die die Engine braucht.</translation>
    </message>
    <message>
      <source>No Python was found that an engine can be made with ({wanted}).</source>
      <translation>Es wurde kein Python gefunden, mit dem sich eine Engine anlegen lässt ({wanted}).</translation>
    </message>
    <message>
      <source>This Python cannot run the engine: {reason}</source>
      <translation>Dieses Python kann die Engine nicht ausführen: {reason}</translation>
    </message>
    <message>
      <source>The Python {python} did not answer in time and was stopped.</source>
      <translation>Das Python {python} hat nicht rechtzeitig geantwortet und wurde beendet.</translation>
    </message>
    <message>
      <source>The system's Python cannot make environments.</source>
      <translation>Das Python des Systems kann keine Umgebungen anlegen.</translation>
    </message>
    <message>
      <source>Another QGIS (process {process}) is setting up an engine.</source>
      <translation>Ein anderes QGIS (Prozess {process}) richtet gerade eine Engine ein.</translation>
    </message>
    <message>
      <source>This kind of engine is not published for this computer ({platform}).</source>
      <translation>Diese Art von Engine gibt es für diesen Rechner ({platform}) nicht.</translation>
    </message>
    <message>
      <source>The engine was installed but computes wrong: {reason}</source>
      <translation>Die Engine wurde installiert, rechnet aber falsch: {reason}</translation>
    </message>
    <message>
      <source>The engine was installed but does not run: {reason}</source>
      <translation>Die Engine wurde installiert, läuft aber nicht: {reason}</translation>
    </message>
    <message>
      <source>The set-up failed.</source>
      <translation>Die Einrichtung ist misslungen.</translation>
    </message>
    <message>
      <source>Check the connection and try again, or install from a folder of wheels.</source>
      <translation>Die Verbindung prüfen und noch einmal versuchen, oder aus einem Ordner mit Wheels installieren.</translation>
    </message>
    <message>
      <source>Check address, user and password in Settings &gt; Options &gt; Network, then try again.</source>
      <translation>Adresse, Benutzer und Passwort unter Einstellungen &gt; Optionen &gt; Netzwerk prüfen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <source>Import your organisation's certificate in Settings &gt; Options &gt; Authentication, then try again.</source>
      <translation>Das Zertifikat der eigenen Organisation unter Einstellungen &gt; Optionen &gt; Authentifizierung importieren, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <source>Try again; where it happens again, use another connection or a folder of wheels.</source>
      <translation>Noch einmal versuchen; geschieht es wieder, eine andere Verbindung oder einen Ordner mit Wheels verwenden.</translation>
    </message>
    <message>
      <source>Try again: a download may have broken off. Where it happens again, something on the way changes downloads: ask who runs your network, or install from a folder of wheels.</source>
      <translation>Noch einmal versuchen: Ein Download kann abgebrochen sein. Geschieht es wieder, verändert etwas unterwegs die Downloads: die Verwaltung des Netzwerks fragen, oder aus einem Ordner mit Wheels installieren.</translation>
    </message>
    <message>
      <source>Where your organisation has an index of its own, ask for the packages named in the details, or install from a folder of wheels.</source>
      <translation>Hat die eigene Organisation einen eigenen Index, dort um die Pakete bitten, die in den Einzelheiten stehen, oder aus einem Ordner mit Wheels installieren.</translation>
    </message>
    <message>
      <source>Make the folder again with Make such a folder, for this system and Python version.</source>
      <translation>Den Ordner mit „Solchen Ordner erstellen“ neu erstellen, für dieses System und diese Python-Version.</translation>
    </message>
    <message>
      <source>About {needed} are needed, {free} are free. Make space, or choose another folder with Change, beside the place where it goes (setting lwganet/engine_folder).</source>
      <translation>Etwa {needed} werden gebraucht, {free} sind frei. Platz schaffen oder mit „Ändern“ neben dem Zielort einen anderen Ordner wählen (Einstellung lwganet/engine_folder).</translation>
    </message>
    <message>
      <source>Allow it, or choose another folder with Change, beside the place where it goes (setting lwganet/engine_folder).</source>
      <translation>Schreiben erlauben oder mit „Ändern“ neben dem Zielort einen anderen Ordner wählen (Einstellung lwganet/engine_folder).</translation>
    </message>
    <message>
      <source>Often that is antivirus software: allow the folder {folder} there, or ask who administers this computer, then try again.</source>
      <translation>Oft ist das ein Virenschutz: den Ordner {folder} dort erlauben, oder die Verwaltung des Rechners fragen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <source>Choose a shorter one, e.g. C:\lwganet, with Change, beside the place where it goes (setting lwganet/engine_folder).</source>
      <translation>Mit „Ändern“ neben dem Zielort einen kürzeren wählen, z. B. C:\lwganet (Einstellung lwganet/engine_folder).</translation>
    </message>
    <message>
      <source>Install Microsoft's Visual C++ Redistributable (x64) and try again.</source>
      <translation>Microsofts Visual C++ Redistributable (x64) installieren und noch einmal versuchen.</translation>
    </message>
    <message>
      <source>Install Python from your system's software or with its installer, then try again, or name one with Use this Python.</source>
      <translation>Python aus der Softwareverwaltung des Systems oder mit seinem Installationsprogramm installieren und noch einmal versuchen, oder mit „Dieses Python verwenden“ eines angeben.</translation>
    </message>
    <message>
      <source>Choose another one, or press Set up to have one made.</source>
      <translation>Ein anderes wählen, oder mit „Einrichten“ eines anlegen lassen.</translation>
    </message>
    <message>
      <source>Choose another one, or try again when the computer is less busy.</source>
      <translation>Ein anderes wählen, oder noch einmal versuchen, wenn der Rechner weniger zu tun hat.</translation>
    </message>
    <message>
      <source>Install the package python3-venv of your system, then try again.</source>
      <translation>Das Paket python3-venv des Systems installieren, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <source>Wait for it to finish, or close that QGIS.</source>
      <translation>Warten, bis es fertig ist, oder jenes QGIS schließen.</translation>
    </message>
    <message>
      <source>Choose another kind, or use a Python of your own that has the packages.</source>
      <translation>Eine andere Art wählen, oder ein eigenes Python verwenden, das die Pakete hat.</translation>
    </message>
    <message>
      <source>It was removed again. Update the driver of your graphics card, or choose the kind Processor.</source>
      <translation>Sie wurde wieder entfernt. Den Treiber der Grafikkarte erneuern, oder die Art „Prozessor“ wählen.</translation>
    </message>
    <message>
      <source>It was removed again. Copy the details and report them.</source>
      <translation>Sie wurde wieder entfernt. Die Einzelheiten kopieren und melden.</translation>
    </message>
    <message>
      <source>Copy the details and report them; what worked before still works.</source>
      <translation>Die Einzelheiten kopieren und melden; was vorher funktioniert hat, funktioniert weiter.</translation>
    </message>
    <message>
      <source>The set-up was cancelled.</source>
      <translation>Die Einrichtung wurde abgebrochen.</translation>
    </message>
    <message>
      <source>Making an environment with Python {}</source>
      <translation>Eine Umgebung mit Python {} wird angelegt</translation>
    </message>
    <message>
      <source>Downloading and installing the packages</source>
      <translation>Pakete werden heruntergeladen und installiert</translation>
    </message>
    <message>
      <source>Getting uv, which makes environments</source>
      <translation>uv wird geholt, das Umgebungen anlegt</translation>
    </message>
    <message>
      <source>There is no wheel in {}.</source>
      <translation>In {} liegt kein Wheel.</translation>
    </message>
    <message>
      <source>Setting up: {} ({} to download)</source>
      <translation>Einrichtung: {} ({} herunterzuladen)</translation>
    </message>
    <message>
      <source>Testing the engine with a tiny model</source>
      <translation>Die Engine wird mit einem winzigen Modell geprüft</translation>
    </message>
    <message>
      <source>The set-up</source>
      <translation>Die Einrichtung</translation>
    </message>
    <message>
      <source>Looking for a Python to make it of</source>
      <translation>Ein Python als Grundlage wird gesucht</translation>
    </message>
    <message>
      <source>Looking at {}</source>
      <translation>{} wird angesehen</translation>
    </message>
    <message>
      <source>You</source>
      <translation>Sie selbst</translation>
    </message>
    <message>
      <source>ONNX Runtime has nothing for the device {} here.</source>
      <translation>ONNX Runtime hat hier nichts für das Gerät {}.</translation>
    </message>
    <message>
      <source>PyTorch is missing.</source>
      <translation>PyTorch fehlt.</translation>
    </message>
    <message>
      <source>Coordinates cannot be transformed: the projection data is missing.</source>
      <translation>Koordinaten lassen sich nicht umrechnen: Die Projektionsdaten fehlen.</translation>
    </message>
    <message>
      <source>Looking for a Python to download with</source>
      <translation>Ein Python zum Herunterladen wird gesucht</translation>
    </message>
    <message>
      <source>Downloading {} packages for {}, Python {}</source>
      <translation>{} Pakete werden heruntergeladen für {}, Python {}</translation>
    </message>
    <message>
      <source>The environment variable {} names another Python, which is used until you remove it.</source>
      <translation>Die Umgebungsvariable {} nennt ein anderes Python, das verwendet wird, bis sie entfernt ist.</translation>
    </message>
    <message>
      <source>Choose an image of each date.</source>
      <translation>Für jeden Zeitpunkt ein Bild wählen.</translation>
    </message>
    <message>
      <source>{} cannot be read.</source>
      <translation>{} kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>Both dates are the same layer: choose another one for one of them.</source>
      <translation>Beide Zeitpunkte sind derselbe Layer: für einen davon einen anderen wählen.</translation>
    </message>
    <message>
      <source>Both layers show the same file.</source>
      <translation>Beide Layer zeigen dieselbe Datei.</translation>
    </message>
    <message>
      <source>The image before is the later one: swap them?</source>
      <translation>Das Vorher-Bild ist das spätere: tauschen?</translation>
    </message>
    <message>
      <source>Neither image has a coordinate reference system: lengths are in pixels.</source>
      <translation>Keines der Bilder hat ein Koordinatenbezugssystem: Längen sind in Pixeln.</translation>
    </message>
    <message>
      <source>One of the images has no coordinate reference system: assign it in the layer's properties.</source>
      <translation>Eines der Bilder hat kein Koordinatenbezugssystem: in den Layereigenschaften eines zuweisen.</translation>
    </message>
    <message>
      <source>Both are in {}.</source>
      <translation>Beide sind in {}.</translation>
    </message>
    <message>
      <source>the same CRS</source>
      <translation>demselben KBS</translation>
    </message>
    <message>
      <source>CRS differ ({} and {}): the image after is warped on the fly.</source>
      <translation>Die KBS unterscheiden sich ({} und {}): das Nachher-Bild wird beim Lesen umprojiziert.</translation>
    </message>
    <message>
      <source>The images do not overlap: choose two of the same place.</source>
      <translation>Die Bilder überlappen sich nicht: zwei Bilder desselben Ortes wählen.</translation>
    </message>
    <message>
      <source>They share {} % of the image before.</source>
      <translation>Sie haben {} % des früheren Bildes gemeinsam.</translation>
    </message>
    <message>
      <source>Pixels are {} on the ground; the model was made for {} m. Expect poor results.</source>
      <translation>Die Pixel messen am Boden {}; das Modell ist für {} m gemacht. Die Ergebnisse werden schlecht sein.</translation>
    </message>
    <message>
      <source>Pixels are {} on the ground, {} times different: small changes may be false.</source>
      <translation>Die Pixel messen am Boden {}, ein Unterschied um das {}-Fache: Kleine Veränderungen können falsch sein.</translation>
    </message>
    <message>
      <source>Pixels are {} on the ground.</source>
      <translation>Pixel sind am Boden {} groß.</translation>
    </message>
    <message>
      <source>Bands of {}: {}. The model needs {}: {}.</source>
      <translation>Kanäle von {}: {}. Das Modell braucht {}: {}.</translation>
    </message>
    <message>
      <source>The images have different numbers of bands: check that they mean the same.</source>
      <translation>Die Bilder haben verschieden viele Kanäle: prüfen, ob sie dasselbe bedeuten.</translation>
    </message>
    <message>
      <source>Whether one image lies beside the other could not be measured.</source>
      <translation>Ob ein Bild neben dem anderen liegt, konnte nicht gemessen werden.</translation>
    </message>
    <message>
      <source>The images lie on each other (within {} pixels).</source>
      <translation>Die Bilder liegen aufeinander (auf {} Pixel genau).</translation>
    </message>
    <message>
      <source>{} pixels</source>
      <translation>{} Pixel</translation>
    </message>
    <message>
      <source>The two images are {} apart: edges will look like change.</source>
      <translation>Die beiden Bilder liegen {} auseinander: Kanten werden wie Veränderungen aussehen.</translation>
    </message>
    <message>
      <source>Brightness and contrast are alike.</source>
      <translation>Helligkeit und Kontrast sind ähnlich.</translation>
    </message>
    <message>
      <source>Brightness or contrast differ by {} %. Models bear much of that: match them only where it helps.</source>
      <translation>Helligkeit oder Kontrast unterscheiden sich um {} %. Modelle vertragen davon viel: Gleichen Sie nur an, wo es hilft.</translation>
    </message>
    <message>
      <source>is the disk full?</source>
      <translation>ist der Datenträger voll?</translation>
    </message>
    <message>
      <source>The raster {} is gone; leave the rasters out.</source>
      <translation>Das Raster {} ist nicht mehr da; die Abgabe ohne Raster wählen.</translation>
    </message>
    <message>
      <source>The hand-in was cancelled.</source>
      <translation>Die Abgabe wurde abgebrochen.</translation>
    </message>
    <message>
      <source>no accepted change</source>
      <translation>keine angenommene Veränderung</translation>
    </message>
    <message>
      <source>accepted change</source>
      <translation>angenommene Veränderung</translation>
    </message>
    <message>
      <source>No. {}: {}</source>
      <translation>Nr. {}: {}</translation>
    </message>
    <message>
      <source>Probability {}</source>
      <translation>Wahrscheinlichkeit {}</translation>
    </message>
    <message>
      <source>At {}</source>
      <translation>Bei {}</translation>
    </message>
    <message>
      <source>Note: {}</source>
      <translation>Notiz: {}</translation>
    </message>
    <message>
      <source>{} cannot be written to; choose another folder.</source>
      <translation>In {} kann nicht geschrieben werden; einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <source>{} already holds {}; choose another folder.</source>
      <translation>{} enthält schon {}; einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <source>Deliver</source>
      <translation>Abgeben</translation>
    </message>
    <message>
      <source>The hand-in was not written: {}</source>
      <translation>Die Abgabe wurde nicht geschrieben: {}</translation>
    </message>
    <message>
      <source>Change: {}</source>
      <translation>Veränderung: {}</translation>
    </message>
    <message>
      <source>Accepted changes</source>
      <translation>Angenommene Veränderungen</translation>
    </message>
    <message>
      <source>Accepted changes (raster)</source>
      <translation>Angenommene Veränderungen (Raster)</translation>
    </message>
    <message>
      <source>All change that the model found, not reviewed</source>
      <translation>Alle Veränderung, die das Modell fand, ungeprüft</translation>
    </message>
    <message>
      <source>Probability of change, not reviewed</source>
      <translation>Wahrscheinlichkeit der Veränderung, ungeprüft</translation>
    </message>
    <message>
      <source>{} cannot be written</source>
      <translation>{} kann nicht geschrieben werden</translation>
    </message>
    <message>
      <source>not reviewed</source>
      <translation>ungeprüft</translation>
    </message>
    <message>
      <source>Page {} of {}</source>
      <translation>Seite {} von {}</translation>
    </message>
    <message>
      <source>The report cannot be written to {}.</source>
      <translation>Der Bericht kann nicht nach {} geschrieben werden.</translation>
    </message>
    <message>
      <source>Scale 1 : {}</source>
      <translation>Maßstab 1 : {}</translation>
    </message>
    <message>
      <source>No change has been accepted.</source>
      <translation>Es wurde keine Veränderung angenommen.</translation>
    </message>
    <message>
      <source>Attribution of the model: {}</source>
      <translation>Quellenangabe des Modells: {}</translation>
    </message>
    <message>
      <source>Made with LWGANet for QGIS {} on {}.</source>
      <translation>Erstellt mit LWGANet für QGIS {} am {}.</translation>
    </message>
    <message>
      <source>{} smaller ones are not listed; all are in the files that were delivered.</source>
      <translation>{} kleinere sind nicht aufgeführt; alle stehen in den übergebenen Dateien.</translation>
    </message>
    <message>
      <source>Change between two dates</source>
      <translation>Veränderung zwischen zwei Zeitpunkten</translation>
    </message>
    <message>
      <source>{before} compared with {after}</source>
      <translation>{before} verglichen mit {after}</translation>
    </message>
    <message>
      <source>Before: {}</source>
      <translation>Vorher: {}</translation>
    </message>
    <message>
      <source>After: {}</source>
      <translation>Nachher: {}</translation>
    </message>
    <message>
      <source>Reviewed changes over the later image</source>
      <translation>Geprüfte Veränderungen über dem späteren Bild</translation>
    </message>
    <message>
      <source>unknown image</source>
      <translation>unbekanntes Bild</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Gefunden</translation>
    </message>
    <message>
      <source>Compared</source>
      <translation>Verglichen</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Nachher</translation>
    </message>
    <message>
      <source>date unknown</source>
      <translation>Datum unbekannt</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>CRS</source>
      <translation>KBS</translation>
    </message>
    <message>
      <source>none; areas are in pixels</source>
      <translation>keines; Flächen sind in Pixeln</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>{} m on the ground</source>
      <translation>{} m am Boden</translation>
    </message>
    <message>
      <source>unknown on the ground</source>
      <translation>am Boden unbekannt</translation>
    </message>
    <message>
      <source>Reviewed by</source>
      <translation>Geprüft von</translation>
    </message>
    <message>
      <source>nobody yet</source>
      <translation>noch niemand</translation>
    </message>
    <message>
      <source>Reviewed</source>
      <translation>Geprüft am</translation>
    </message>
    <message>
      <source>Detected</source>
      <translation>Erkannt am</translation>
    </message>
    <message>
      <source>Reviewers disagree on</source>
      <translation>Uneinig sind die Prüfer bei</translation>
    </message>
    <message>
      <source>{} changes</source>
      <translation>{} Veränderungen</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <source>Computed with</source>
      <translation>Berechnet mit</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Kennung</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>no longer installed</source>
      <translation>nicht mehr installiert</translation>
    </message>
    <message>
      <source>Accuracy on test data</source>
      <translation>Genauigkeit auf Testdaten</translation>
    </message>
    <message>
      <source>Made for pixels of</source>
      <translation>Gemacht für Pixel von</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Lizenz</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>nicht bekannt</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Schwellenwert</translation>
    </message>
    <message>
      <source>Closing, opening</source>
      <translation>Schließung, Öffnung</translation>
    </message>
    <message>
      <source>Smallest area</source>
      <translation>Kleinste Fläche</translation>
    </message>
    <message>
      <source>Shift that was found</source>
      <translation>Gefundene Verschiebung</translation>
    </message>
    <message>
      <source>Shift corrected</source>
      <translation>Verschiebung korrigiert</translation>
    </message>
    <message>
      <source>Values matched</source>
      <translation>Werte angeglichen</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>Parameter</translation>
    </message>
    <message>
      <source>not measured</source>
      <translation>nicht gemessen</translation>
    </message>
    <message>
      <source>could not be measured</source>
      <translation>nicht messbar</translation>
    </message>
    <message>
      <source>{} is no layout template; choose a file that QGIS's layouts saved (*.qpt).</source>
      <translation>{} ist keine Layoutvorlage; wählen Sie eine Datei, die ein Layout von QGIS gespeichert hat (*.qpt).</translation>
    </message>
    <message>
      <source>The template {} has no map with the item ID before, after or change; name its maps so.</source>
      <translation>Die Vorlage {} hat keine Karte mit der Element-ID before, after oder change; benennen Sie ihre Karten so.</translation>
    </message>
    <message>
      <source>open</source>
      <translation>offen</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>angenommen</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <source>unsure</source>
      <translation>unsicher</translation>
    </message>
    <message>
      <source>{} exists and is no review; choose another name.</source>
      <translation>{} gibt es schon und ist keine Prüfung; einen anderen Namen wählen.</translation>
    </message>
    <message>
      <source>{} holds a review already; open it, or choose another name.</source>
      <translation>{} enthält schon eine Prüfung; diese öffnen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
      <source>{} is open; close it and remove its layers from the project first.</source>
      <translation>{} ist geöffnet; zuerst schließen und die zugehörigen Layer aus dem Projekt entfernen.</translation>
    </message>
    <message>
      <source>The review {} cannot be written: {}</source>
      <translation>Die Prüfung {} kann nicht geschrieben werden: {}</translation>
    </message>
    <message>
      <source>The review {} was not saved: {}</source>
      <translation>Die Prüfung {} wurde nicht gespeichert: {}</translation>
    </message>
    <message>
      <source>the file cannot be written</source>
      <translation>die Datei kann nicht geschrieben werden</translation>
    </message>
    <message>
      <source>The review {} is gone; it was moved or deleted.</source>
      <translation>Die Prüfung {} ist nicht mehr da; sie wurde verschoben oder gelöscht.</translation>
    </message>
    <message>
      <source>{} is no GeoPackage, or a damaged one.</source>
      <translation>{} ist kein GeoPackage oder ein beschädigtes.</translation>
    </message>
    <message>
      <source>{} is a GeoPackage, but not a review of changes.</source>
      <translation>{} ist ein GeoPackage, aber keine Prüfung von Veränderungen.</translation>
    </message>
    <message>
      <source>{} is not a review of changes: {}</source>
      <translation>{} ist keine Prüfung von Veränderungen: {}</translation>
    </message>
    <message>
      <source>This is the review that is open; choose the other reviewer's copy of it.</source>
      <translation>Das ist die geöffnete Prüfung; wählen Sie die Kopie des anderen Prüfers.</translation>
    </message>
    <message>
      <source>{} is another review; choose a copy of this one.</source>
      <translation>{} ist eine andere Prüfung; wählen Sie eine Kopie von dieser.</translation>
    </message>
    <message>
      <source>The line does not cut the outline: it must begin and end outside of it.</source>
      <translation>Die Linie teilt den Umriss nicht: Sie muss außerhalb beginnen und enden.</translation>
    </message>
    <message>
      <source>Choose two changes or more in the table: Ctrl and a click adds one.</source>
      <translation>Wählen Sie in der Tabelle zwei oder mehr Veränderungen: Strg und ein Klick nimmt eine hinzu.</translation>
    </message>
    <message>
      <source>The outline encloses nothing: it needs three corners or more.</source>
      <translation>Der Umriss umschließt nichts: Er braucht mindestens drei Ecken.</translation>
    </message>
    <message>
      <source>The review {} cannot be opened: its table of changes is damaged.</source>
      <translation>Die Prüfung {} kann nicht geöffnet werden: ihre Tabelle der Veränderungen ist beschädigt.</translation>
    </message>
    <message>
      <source>Reviewed changes</source>
      <translation>Geprüfte Veränderungen</translation>
    </message>
    <message>
      <source>The review {} is closed.</source>
      <translation>Die Prüfung {} ist geschlossen.</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Opens this window's page of the manual in the browser.</source>
      <translation>Öffnet die Seite des Handbuchs zu diesem Fenster im Browser.</translation>
    </message>
    <message>
      <source>1 class</source>
      <translation>1 Klasse</translation>
    </message>
    <message>
      <source>{} classes</source>
      <translation>{} Klassen</translation>
    </message>
    <message>
      <source>Takes</source>
      <translation>Nimmt</translation>
    </message>
    <message>
      <source>Gives</source>
      <translation>Liefert</translation>
    </message>
    <message>
      <source>fed as 0 to 1</source>
      <translation>gefüttert als 0 bis 1</translation>
    </message>
    <message>
      <source>fed as they are</source>
      <translation>gefüttert, wie sie sind</translation>
    </message>
    <message>
      <source>fed with ImageNet's mean and deviation</source>
      <translation>gefüttert mit Mittelwert und Abweichung von ImageNet</translation>
    </message>
    <message>
      <source>fed with a mean and deviation of its own</source>
      <translation>gefüttert mit eigenem Mittelwert und eigener Abweichung</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>About…</source>
      <translation>Über…</translation>
    </message>
    <message>
      <source>About this model: what it knows, how good it is, on what terms.</source>
      <translation>Über dieses Modell: was es kann, wie gut es ist, zu welchen Bedingungen.</translation>
    </message>
    <message>
      <source>Mean overlap of classes (mIoU)</source>
      <translation>Mittlere Überlappung der Klassen (mIoU)</translation>
    </message>
    <message>
      <source>Overlap (IoU)</source>
      <translation>Überlappung (IoU)</translation>
    </message>
    <message>
      <source>Share of right pixels</source>
      <translation>Anteil richtiger Pixel</translation>
    </message>
    <message>
      <source>Share of right scenes</source>
      <translation>Anteil richtiger Szenen</translation>
    </message>
    <message>
      <source>Median overlap of the pairs (IoU)</source>
      <translation>Median der Überlappung der Paare (IoU)</translation>
    </message>
    <message>
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <source>Precision (found and right)</source>
      <translation>Precision (Gefundenes, das stimmt)</translation>
    </message>
    <message>
      <source>Recall (right and found)</source>
      <translation>Recall (Vorhandenes, das gefunden ist)</translation>
    </message>
    <message>
      <source>Average precision at IoU 0.5</source>
      <translation>Mittlere Precision bei IoU 0.5</translation>
    </message>
    <message>
      <source>Average precision at IoU 0.75</source>
      <translation>Mittlere Precision bei IoU 0.75</translation>
    </message>
    <message>
      <source>Average precision at IoU 0.5, 11 points</source>
      <translation>Mittlere Precision bei IoU 0.5, 11 Punkte</translation>
    </message>
    <message>
      <source>Average precision at IoU 0.75, 11 points</source>
      <translation>Mittlere Precision bei IoU 0.75, 11 Punkte</translation>
    </message>
    <message>
      <source>Threshold of the score</source>
      <translation>Schwelle des Scores</translation>
    </message>
    <message>
      <source>Objects found</source>
      <translation>Gefundene Objekte</translation>
    </message>
    <message>
      <source>Objects in the reference</source>
      <translation>Objekte in der Referenz</translation>
    </message>
    <message>
      <source>Kappa</source>
      <translation>Kappa</translation>
    </message>
    <message>
      <source>Calibration error (ECE)</source>
      <translation>Kalibrierungsfehler (ECE)</translation>
    </message>
    <message>
      <source>Average precision at IoU 0.25</source>
      <translation>Mittlere Precision bei IoU 0.25</translation>
    </message>
    <message>
      <source>Times that test data were looked at</source>
      <translation>Wie oft Testdaten angesehen wurden</translation>
    </message>
    <message>
      <source>Mean of the parts</source>
      <translation>Mittel der Teile</translation>
    </message>
    <message>
      <source>Spread of the parts (standard deviation)</source>
      <translation>Streuung der Teile (Standardabweichung)</translation>
    </message>
    <message>
      <source>Worst part</source>
      <translation>Schlechtester Teil</translation>
    </message>
    <message>
      <source>Each part</source>
      <translation>Jeder Teil</translation>
    </message>
    <message>
      <source>Each part, random forest</source>
      <translation>Jeder Teil, Random Forest</translation>
    </message>
    <message>
      <source>Epochs of training</source>
      <translation>Epochen des Trainings</translation>
    </message>
    <message>
      <source>One view</source>
      <translation>Eine Ansicht</translation>
    </message>
    <message>
      <source>Two views</source>
      <translation>Zwei Ansichten</translation>
    </message>
    <message>
      <source>Eight views</source>
      <translation>Acht Ansichten</translation>
    </message>
    <message>
      <source>Time of one view</source>
      <translation>Dauer einer Ansicht</translation>
    </message>
    <message>
      <source>Time of two views, times one</source>
      <translation>Dauer zweier Ansichten, Vielfaches von einer</translation>
    </message>
    <message>
      <source>Time of eight views, times one</source>
      <translation>Dauer von acht Ansichten, Vielfaches von einer</translation>
    </message>
    <message>
      <source>test data</source>
      <translation>Testdaten</translation>
    </message>
    <message>
      <source>validation data</source>
      <translation>Validierungsdaten</translation>
    </message>
    <message>
      <source>another place</source>
      <translation>anderer Ort</translation>
    </message>
    <message>
      <source>parts held out in turn</source>
      <translation>reihum zurückgehaltene Teile</translation>
    </message>
    <message>
      <source>several views, validation data</source>
      <translation>mehrere Ansichten, Validierungsdaten</translation>
    </message>
    <message>
      <source>Random forest</source>
      <translation>Random Forest</translation>
    </message>
    <message>
      <source>Random forest, connected pixels</source>
      <translation>Random Forest, zusammenhängende Pixel</translation>
    </message>
    <message>
      <source>This model, {}</source>
      <translation>Dieses Modell, {}</translation>
    </message>
    <message>
      <source>This model</source>
      <translation>Dieses Modell</translation>
    </message>
    <message>
      <source>What it makes of an image that it was not trained on.</source>
      <translation>Was es aus einem Bild macht, mit dem es nicht trainiert wurde.</translation>
    </message>
    <message>
      <source>A picture that came with the model.</source>
      <translation>Ein Bild, das mit dem Modell kam.</translation>
    </message>
    <message>
      <source>comes with the plugin</source>
      <translation>mit der Erweiterung geliefert</translation>
    </message>
    <message>
      <source>default for {}</source>
      <translation>Vorgabe für {}</translation>
    </message>
    <message>
      <source>To be read, not run</source>
      <translation>Zum Lesen, nicht zum Rechnen</translation>
    </message>
    <message>
      <source>What it knows</source>
      <translation>Was es kann</translation>
    </message>
    <message>
      <source>Pixels smaller than {} m or larger than {} m on the ground are outside of what it has learnt.</source>
      <translation>Pixel unter {} m oder über {} m am Boden liegen außerhalb dessen, was es gelernt hat.</translation>
    </message>
    <message>
      <source>Trained on: {}. Elsewhere expect worse results, and check them before you use them.</source>
      <translation>Trainiert mit: {}. Anderswo sind schlechtere Ergebnisse zu erwarten; vor dem Gebrauch prüfen.</translation>
    </message>
    <message>
      <source>What it does not know</source>
      <translation>Was es nicht kann</translation>
    </message>
    <message>
      <source>trained for {} m, good for {}</source>
      <translation>trainiert für {} m, geeignet für {}</translation>
    </message>
    <message>
      <source>Bands, in this order</source>
      <translation>Kanäle, in dieser Reihenfolge</translation>
    </message>
    <message>
      <source>{} pixels, {} of them shared with the neighbour</source>
      <translation>{} Pixel, {} davon mit der Nachbarkachel gemeinsam</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Werte</translation>
    </message>
    <message>
      <source>Tile</source>
      <translation>Kachel</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>What it takes</source>
      <translation>Was es braucht</translation>
    </message>
    <message>
      <source>{} to {}; other imagery is brought there by its 2nd and 98th percentile</source>
      <translation>{} bis {}; andere Bilder werden mit ihrem 2. und 98. Perzentil dorthin gebracht</translation>
    </message>
    <message>
      <source>{} to {}; of other than 8-bit imagery, values from {} to {} are brought there</source>
      <translation>{} bis {}; bei anderen als 8-Bit-Bildern werden Werte von {} bis {} dorthin gebracht</translation>
    </message>
    <message>
      <source>How good it is</source>
      <translation>Wie gut es ist</translation>
    </message>
    <message>
      <source>Nobody has said how it was measured: try it on a place that you know.</source>
      <translation>Niemand hat gesagt, wie es gemessen wurde: an einem bekannten Ort ausprobieren.</translation>
    </message>
    <message>
      <source>Data and split</source>
      <translation>Daten und Aufteilung</translation>
    </message>
    <message>
      <source>Commercial use: allowed, as far as the name of the licence says; keep to its terms.</source>
      <translation>Gewerbliche Nutzung: erlaubt, soweit der Name der Lizenz es sagt; ihre Bedingungen einhalten.</translation>
    </message>
    <message>
      <source>Commercial use: not allowed.</source>
      <translation>Gewerbliche Nutzung: nicht erlaubt.</translation>
    </message>
    <message>
      <source>Commercial use: not known. Read the licence, or ask its owner.</source>
      <translation>Gewerbliche Nutzung: nicht bekannt. Die Lizenz lesen oder ihren Inhaber fragen.</translation>
    </message>
    <message>
      <source>No licence is stated: without one nothing is allowed.</source>
      <translation>Es ist keine Lizenz genannt: Ohne eine ist nichts erlaubt.</translation>
    </message>
    <message>
      <source>To be named:</source>
      <translation>Zu nennen:</translation>
    </message>
    <message>
      <source>Pixel on the ground: {}</source>
      <translation>Pixel am Boden: {}</translation>
    </message>
    <message>
      <source>bundled</source>
      <translation>mitgeliefert</translation>
    </message>
    <message>
      <source>mine</source>
      <translation>eigenes</translation>
    </message>
    <message>
      <source>catalogue</source>
      <translation>Katalog</translation>
    </message>
    <message>
      <source>Scene classification</source>
      <translation>Szenenklassifikation</translation>
    </message>
    <message>
      <source>Segmentation</source>
      <translation>Segmentierung</translation>
    </message>
    <message>
      <source>Change detection</source>
      <translation>Veränderungserkennung</translation>
    </message>
    <message>
      <source>Object detection</source>
      <translation>Objekterkennung</translation>
    </message>
    <message>
      <source>Another task</source>
      <translation>Andere Aufgabe</translation>
    </message>
    <message>
      <source>{} to {} m</source>
      <translation>{} bis {} m</translation>
    </message>
    <message>
      <source>{} m</source>
      <translation>{} m</translation>
    </message>
    <message>
      <source>Pixel</source>
      <translation>Pixel</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Herkunft</translation>
    </message>
    <message>
      <source>{}, the default for {}</source>
      <translation>{}, die Vorgabe für {}</translation>
    </message>
    <message>
      <source>This {}</source>
      <translation>Das {}</translation>
    </message>
    <message>
      <source>Set by the environment variable {}.</source>
      <translation>Von der Umgebungsvariablen {} bestimmt.</translation>
    </message>
    <message>
      <source>By colour interpretation, else the first ones</source>
      <translation>Nach Farbinterpretation, sonst die ersten</translation>
    </message>
    <message>
      <source>As chosen here:</source>
      <translation>Wie hier gewählt:</translation>
    </message>
    <message>
      <source>Band {}</source>
      <translation>Kanal {}</translation>
    </message>
    <message>
      <source>Band {} (the raster has none)</source>
      <translation>Kanal {} (das Raster hat ihn nicht)</translation>
    </message>
    <message>
      <source>As written: {}</source>
      <translation>Wie geschrieben: {}</translation>
    </message>
    <message>
      <source>Automatic: the fastest there is</source>
      <translation>Automatisch: das Schnellste, was da ist</translation>
    </message>
    <message>
      <source>NVIDIA graphics card (CUDA)</source>
      <translation>NVIDIA-Grafikkarte (CUDA)</translation>
    </message>
    <message>
      <source>NVIDIA graphics card {} (CUDA)</source>
      <translation>NVIDIA-Grafikkarte {} (CUDA)</translation>
    </message>
    <message>
      <source>Graphics card (DirectML)</source>
      <translation>Grafikkarte (DirectML)</translation>
    </message>
    <message>
      <source>metres</source>
      <translation>Meter</translation>
    </message>
    <message>
      <source>Days…</source>
      <translation>Tage…</translation>
    </message>
    <message>
      <source>When each of the chosen images was taken, from calendars; what the layers say is filled in.</source>
      <translation>Wann jedes der gewählten Bilder aufgenommen wurde, aus Kalendern; was die Layer sagen, ist eingetragen.</translation>
    </message>
    <message>
      <source>Days of the images</source>
      <translation>Tage der Bilder</translation>
    </message>
    <message>
      <source>Choose the images first.</source>
      <translation>Zuerst die Bilder wählen.</translation>
    </message>
    <message>
      <source>The shift could not be measured.</source>
      <translation>Der Versatz konnte nicht gemessen werden.</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <source>The model's own</source>
      <translation>Der Wert des Modells</translation>
    </message>
    <message>
      <source>Measures how far the two images that are chosen lie apart, and enters it.</source>
      <translation>Misst, wie weit die beiden gewählten Bilder auseinanderliegen, und trägt es ein.</translation>
    </message>
    <message>
      <source>Choose the two images first.</source>
      <translation>Zuerst die beiden Bilder wählen.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>The shift is being measured…</source>
      <translation>Der Versatz wird gemessen…</translation>
    </message>
    <message>
      <source>The shift cannot be told: the images have too little in common.</source>
      <translation>Der Versatz lässt sich nicht sagen: die Bilder haben zu wenig gemeinsam.</translation>
    </message>
    <message>
      <source>The later image is off by {} pixels.</source>
      <translation>Das spätere Bild liegt um {} Pixel daneben.</translation>
    </message>
    <message>
      <source>scene classification</source>
      <translation>Szenenklassifikation</translation>
    </message>
    <message>
      <source>segmentation</source>
      <translation>Segmentierung</translation>
    </message>
    <message>
      <source>change detection</source>
      <translation>Veränderungserkennung</translation>
    </message>
    <message>
      <source>object detection</source>
      <translation>Objekterkennung</translation>
    </message>
    <message>
      <source>{} comes with the plugin and cannot be deleted.</source>
      <translation>{} kommt mit der Erweiterung und lässt sich nicht löschen.</translation>
    </message>
    <message>
      <source>{} cannot be deleted: {}. Is it in use?</source>
      <translation>{} lässt sich nicht löschen: {}. Wird es gerade benutzt?</translation>
    </message>
    <message>
      <source>There is no model for {}. Put a model folder (with {}) into {}, or install the plugin again to get the bundled ones.</source>
      <translation>Es gibt kein Modell für {}. Einen Modellordner (mit {}) nach {} legen oder die Erweiterung neu installieren, um die mitgelieferten zu bekommen.</translation>
    </message>
    <message>
      <source>Models for {}: {}.</source>
      <translation>Modelle für {}: {}.</translation>
    </message>
    <message>
      <source>Model '{}' is made for {}. {}</source>
      <translation>Das Modell '{}' ist für {} gemacht. {}</translation>
    </message>
    <message>
      <source>There is no model '{}'. {}</source>
      <translation>Es gibt kein Modell '{}'. {}</translation>
    </message>
    <message>
      <source>Change between two dates…</source>
      <translation>Veränderung zwischen zwei Zeitpunkten…</translation>
    </message>
    <message>
      <source>Compares two images of one place: choose, look, preview, tune, review, deliver.</source>
      <translation>Vergleicht zwei Bilder eines Ortes: wählen, ansehen, Vorschau, anpassen, prüfen, ausgeben.</translation>
    </message>
    <message>
      <source>Models…</source>
      <translation>Modelle…</translation>
    </message>
    <message>
      <source>The models at hand: what each knows, and where more can be had.</source>
      <translation>Die vorhandenen Modelle: was jedes kann, und wo es mehr gibt.</translation>
    </message>
    <message>
      <source>Device (auto, cpu, cuda, cuda:N or directml)</source>
      <translation>Gerät (auto, cpu, cuda, cuda:N oder directml)</translation>
    </message>
    <message>
      <source>Threads of the processor (empty or 0: all)</source>
      <translation>Threads des Prozessors (leer oder 0: alle)</translation>
    </message>
    <message>
      <source>Memory of models that did not come with the plugin (GB, 0: no limit)</source>
      <translation>Speicher von Modellen, die nicht mit dem Plugin kamen (GB, 0: keine Grenze)</translation>
    </message>
    <message>
      <source>Folder of your models</source>
      <translation>Ordner der eigenen Modelle</translation>
    </message>
    <message>
      <source>is '{}'; give {}.</source>
      <translation>ist '{}'; {} angeben.</translation>
    </message>
    <message>
      <source>The setting {}</source>
      <translation>Die Einstellung {}</translation>
    </message>
    <message>
      <source>the path of a folder</source>
      <translation>den Pfad eines Ordners</translation>
    </message>
    <message>
      <source>the path of a Python</source>
      <translation>den Pfad eines Python</translation>
    </message>
    <message>
      <source>auto, cpu, cuda, cuda:N or directml</source>
      <translation>auto, cpu, cuda, cuda:N oder directml</translation>
    </message>
    <message>
      <source>a whole number from 0 (all) to {}</source>
      <translation>eine ganze Zahl von 0 (alle) bis {}</translation>
    </message>
    <message>
      <source>gigabytes, 0 for no limit</source>
      <translation>Gigabyte, 0 für keine Grenze</translation>
    </message>
    <message>
      <source>no change</source>
      <translation>keine Veränderung</translation>
    </message>
    <message>
      <source>change</source>
      <translation>Veränderung</translation>
    </message>
    <message>
      <source>right</source>
      <translation>richtig</translation>
    </message>
    <message>
      <source>wrong</source>
      <translation>falsch</translation>
    </message>
    <message>
      <source>missed</source>
      <translation>übersehen</translation>
    </message>
    <message>
      <source>model {}: {} is not among the 'files' of its {}, and nothing else is opened; install it again</source>
      <translation>Modell {}: {} steht nicht unter „files“ seiner {}, und sonst wird nichts geöffnet; installieren Sie es neu</translation>
    </message>
    <message>
      <source>model {}: {} cannot be read: {}</source>
      <translation>Modell {}: {} kann nicht gelesen werden: {}</translation>
    </message>
    <message>
      <source>{}: field 'classes' is wrong: expected {}</source>
      <translation>{}: Das Feld „classes“ ist falsch: erwartet {}</translation>
    </message>
    <message>
      <source>{}: field 'tile_size' is wrong: expected {}, found {}</source>
      <translation>{}: Das Feld „tile_size“ ist falsch: erwartet {}, gefunden {}</translation>
    </message>
    <message>
      <source>{}: field 'files' is wrong: expected {}</source>
      <translation>{}: Das Feld „files“ ist falsch: erwartet {}</translation>
    </message>
    <message>
      <source>{}: the card is not a JSON object</source>
      <translation>{}: Die Modellbeschreibung ist kein JSON-Objekt</translation>
    </message>
    <message>
      <source>{}: format {} is not known to this version; update the plugin</source>
      <translation>{}: Format {} ist dieser Version nicht bekannt; aktualisieren Sie das Plugin</translation>
    </message>
    <message>
      <source>{}: {}</source>
      <translation>{}: {}</translation>
    </message>
    <message>
      <source>{} is not a model folder: it has no {}</source>
      <translation>{} ist kein Modellordner: Es fehlt {}</translation>
    </message>
    <message>
      <source>model {}: {} is damaged (sha256 differs from the card); install it again</source>
      <translation>Modell {}: {} ist beschädigt (SHA-256 weicht von der Modellbeschreibung ab); installieren Sie es neu</translation>
    </message>
    <message>
      <source>{} is a Git LFS pointer: a note of where the file lies, not the file. Fetch it with 'git lfs pull', or download the file itself</source>
      <translation>{} ist ein Git-LFS-Zeiger: ein Vermerk, wo die Datei liegt, nicht die Datei. Holen Sie sie mit „git lfs pull“ oder laden Sie die Datei selbst herunter</translation>
    </message>
    <message>
      <source>{} is a folder; expected a file</source>
      <translation>{} ist ein Ordner; erwartet wurde eine Datei</translation>
    </message>
    <message>
      <source>{} is no regular file but a device or a pipe: refused</source>
      <translation>{} ist keine gewöhnliche Datei, sondern ein Gerät oder eine Pipe: abgelehnt</translation>
    </message>
    <message>
      <source>{} is a link that leads out of the model's folder: put the file itself there</source>
      <translation>{} ist ein Link, der aus dem Ordner des Modells hinausführt: Legen Sie die Datei selbst dorthin</translation>
    </message>
    <message>
      <source>{} has {:,} bytes; such a file has at most {:,}</source>
      <translation>{} hat {:,} Bytes; eine solche Datei hat höchstens {:,}</translation>
    </message>
    <message>
      <source>{} is no catalogue of models: {}</source>
      <translation>{} ist kein Modellkatalog: {}</translation>
    </message>
    <message>
      <source>{}: format {} of catalogues is not known to this version; update the plugin</source>
      <translation>{}: Katalogformat {} ist dieser Version nicht bekannt; aktualisieren Sie das Plugin</translation>
    </message>
    <message>
      <source>{} lists {:,} models; a catalogue has at most {:,}</source>
      <translation>{} führt {:,} Modelle auf; ein Katalog hat höchstens {:,}</translation>
    </message>
    <message>
      <source>field 'files' is wrong: a catalogue from the web may not name {}</source>
      <translation>Das Feld „files“ ist falsch: Ein Katalog aus dem Netz darf {} nicht nennen</translation>
    </message>
    <message>
      <source>{} is no catalogue of models: it is not JSON ({})</source>
      <translation>{} ist kein Modellkatalog: Es ist kein JSON ({})</translation>
    </message>
    <message>
      <source>model {} cannot be downloaded: {}</source>
      <translation>Modell {} kann nicht heruntergeladen werden: {}</translation>
    </message>
    <message>
      <source>{} is a link: remove it first</source>
      <translation>{} ist ein Link: Entfernen Sie ihn zuerst</translation>
    </message>
    <message>
      <source>model {}: {} was damaged on the disk; download it again</source>
      <translation>Modell {}: {} wurde auf dem Datenträger beschädigt; laden Sie es neu herunter</translation>
    </message>
    <message>
      <source>{} has more than the {:,} bytes that the catalogue states</source>
      <translation>{} hat mehr als die {:,} Bytes, die der Katalog angibt</translation>
    </message>
    <message>
      <source>{} broke off after {:,} of {:,} bytes; what has come is kept</source>
      <translation>{} brach nach {:,} von {:,} Bytes ab; was angekommen ist, bleibt erhalten</translation>
    </message>
    <message>
      <source>{} is not the file of the catalogue (its sha256 differs): nothing of it is kept. Tell the publisher, if it happens again</source>
      <translation>{} ist nicht die Datei des Katalogs (der SHA-256 weicht ab): Nichts davon wird behalten. Sagen Sie es dem Herausgeber, wenn es wieder geschieht</translation>
    </message>
    <message>
      <source>field '{}' is wrong: it differs from what the card or the files say ({:.80})</source>
      <translation>Das Feld „{}“ ist falsch: Es weicht von dem ab, was Modellbeschreibung oder Dateien sagen ({:.80})</translation>
    </message>
    <message>
      <source>field 'files' is wrong: expected at most {}</source>
      <translation>Das Feld „files“ ist falsch: erwartet werden höchstens {}</translation>
    </message>
    <message>
      <source>{} is no model definition of Esri: {}</source>
      <translation>{} ist keine Modelldefinition von Esri: {}</translation>
    </message>
    <message>
      <source>{} holds {} .emd files beside each other; a package has one</source>
      <translation>{} enthält {} .emd-Dateien nebeneinander; ein Paket hat eine</translation>
    </message>
    <message>
      <source>{} lies in the models folder already</source>
      <translation>{} liegt schon im Modellordner</translation>
    </message>
    <message>
      <source>{} is a symbolic link: refused; put the file itself there</source>
      <translation>{} ist ein symbolischer Link: abgelehnt; legen Sie die Datei selbst dorthin</translation>
    </message>
    <message>
      <source>{}: {} cannot be read: {}</source>
      <translation>{}: {} kann nicht gelesen werden: {}</translation>
    </message>
    <message>
      <source>{}: {} is not a JSON object</source>
      <translation>{}: {} ist kein JSON-Objekt</translation>
    </message>
    <message>
      <source>model {}: {} has more than {:,} bytes: refused</source>
      <translation>Modell {}: {} hat mehr als {:,} Bytes: abgelehnt</translation>
    </message>
    <message>
      <source>model {}: {} is not the file of the card (its sha256 differs): refused</source>
      <translation>Modell {}: {} ist nicht die Datei der Modellbeschreibung (der SHA-256 weicht ab): abgelehnt</translation>
    </message>
    <message>
      <source>model {}: {} is missing</source>
      <translation>Modell {}: {} fehlt</translation>
    </message>
    <message>
      <source>model {}: its card came out differently when it was read back</source>
      <translation>Modell {}: Seine Modellbeschreibung sah beim Zurücklesen anders aus</translation>
    </message>
    <message>
      <source>there is a model '{}' already; delete it first, or have it replaced</source>
      <translation>Es gibt schon ein Modell „{}“; löschen Sie es zuerst oder lassen Sie es ersetzen</translation>
    </message>
    <message>
      <source>the disk of {} has {:,.0f} MB free, and {:,.0f} MB are needed: make room, or choose another models folder</source>
      <translation>Auf dem Datenträger von {} sind {:,.0f} MB frei, {:,.0f} MB werden gebraucht: Schaffen Sie Platz oder wählen Sie einen anderen Modellordner</translation>
    </message>
    <message>
      <source>'{}' cannot be the name of a folder; change the field 'id' of the card</source>
      <translation>„{}“ kann kein Ordnername sein; ändern Sie das Feld „id“ der Modellbeschreibung</translation>
    </message>
    <message>
      <source>model {}: '{}' cannot be the name of a file; rename it, on the card too</source>
      <translation>Modell {}: „{}“ kann kein Dateiname sein; benennen Sie die Datei um, auch in der Modellbeschreibung</translation>
    </message>
    <message>
      <source>there are two files '{}' and '{}', which are one on some systems: refused</source>
      <translation>Es gibt zwei Dateien „{}“ und „{}“, die auf manchen Systemen dieselbe sind: abgelehnt</translation>
    </message>
    <message>
      <source>there is no model of yours to publish; import one first</source>
      <translation>Es gibt kein eigenes Modell zu veröffentlichen; importieren Sie zuerst eines</translation>
    </message>
    <message>
      <source>model {} is a description alone: there is nothing to publish</source>
      <translation>Modell {} ist nur eine Beschreibung: Es gibt nichts zu veröffentlichen</translation>
    </message>
    <message>
      <source>this STAC item cannot be read: {}</source>
      <translation>Dieses STAC-Element kann nicht gelesen werden: {}</translation>
    </message>
    <message>
      <source>{} lists more than a model can hold: refused</source>
      <translation>{} führt mehr auf, als ein Modell enthalten kann: abgelehnt</translation>
    </message>
    <message>
      <source>{} cannot be read as a zip: {}</source>
      <translation>{} kann nicht als ZIP gelesen werden: {}</translation>
    </message>
    <message>
      <source>{} holds {:,} files; a model's zip holds at most {}</source>
      <translation>{} enthält {:,} Dateien; das ZIP eines Modells enthält höchstens {}</translation>
    </message>
    <message>
      <source>{} holds a file without a name: refused</source>
      <translation>{} enthält eine Datei ohne Namen: abgelehnt</translation>
    </message>
    <message>
      <source>{} holds '{}', which leads out of its folder: refused</source>
      <translation>{} enthält „{}“, das hinausführt: abgelehnt</translation>
    </message>
    <message>
      <source>{} holds '{}', a link or a device: refused</source>
      <translation>{} enthält „{}“, einen Link oder ein Gerät: abgelehnt</translation>
    </message>
    <message>
      <source>{}: {} would have {:,} bytes: refused</source>
      <translation>{}: {} hätte {:,} Bytes: abgelehnt</translation>
    </message>
    <message>
      <source>{}: {} would grow from {:,} to {:,} bytes, as no model does: refused</source>
      <translation>{}: {} würde von {:,} auf {:,} Bytes wachsen, wie es kein Modell tut: abgelehnt</translation>
    </message>
    <message>
      <source>{} has no {}: it is not the zip of a model folder</source>
      <translation>{} hat keine {}: Es ist nicht das ZIP eines Modellordners</translation>
    </message>
    <message>
      <source>{}: {} is encrypted; unpack it, and import the folder</source>
      <translation>{}: {} ist verschlüsselt; entpacken Sie es und importieren Sie den Ordner</translation>
    </message>
    <message>
      <source>{}: {} is packed in an unusual way; unpack it, and import the folder</source>
      <translation>{}: {} ist ungewöhnlich gepackt; entpacken Sie es und importieren Sie den Ordner</translation>
    </message>
    <message>
      <source>{}: {} has {:,} bytes; such a file has at most {:,}</source>
      <translation>{}: {} hat {:,} Bytes; eine solche Datei hat höchstens {:,}</translation>
    </message>
    <message>
      <source>{}: {} is damaged ({}): refused</source>
      <translation>{}: {} ist beschädigt ({}): abgelehnt</translation>
    </message>
    <message>
      <source>model {}: {} is for another number of bands; install the model again</source>
      <translation>Modell {}: {} ist für eine andere Zahl von Kanälen; installieren Sie das Modell neu</translation>
    </message>
    <message>
      <source>model {}: {} cannot be read ({}); install the model again</source>
      <translation>Modell {}: {} kann nicht gelesen werden ({}); installieren Sie das Modell neu</translation>
    </message>
    <message>
      <source>model {}: {} is damaged; install the model again</source>
      <translation>Modell {}: {} ist beschädigt; installieren Sie das Modell neu</translation>
    </message>
    <message>
      <source>it is much darker</source>
      <translation>es ist viel dunkler</translation>
    </message>
    <message>
      <source>it is much brighter</source>
      <translation>es ist viel heller</translation>
    </message>
    <message>
      <source>see SCALING; another product, season or sensor?</source>
      <translation>siehe SCALING; anderes Produkt, andere Jahreszeit oder anderer Sensor?</translation>
    </message>
    <message>
      <source>it has much less contrast</source>
      <translation>es hat viel weniger Kontrast</translation>
    </message>
    <message>
      <source>it has much more contrast</source>
      <translation>es hat viel mehr Kontrast</translation>
    </message>
    <message>
      <source>see SCALING; haze, or a stretched copy?</source>
      <translation>siehe SCALING; Dunst oder eine gestreckte Kopie?</translation>
    </message>
    <message>
      <source>its colours go together less</source>
      <translation>seine Farben hängen weniger zusammen</translation>
    </message>
    <message>
      <source>its colours go together more</source>
      <translation>seine Farben hängen stärker zusammen</translation>
    </message>
    <message>
      <source>other bands, or another kind of image?</source>
      <translation>andere Kanäle oder eine andere Art von Bild?</translation>
    </message>
    <message>
      <source>it is much more blurred</source>
      <translation>es ist viel unschärfer</translation>
    </message>
    <message>
      <source>it is much sharper</source>
      <translation>es ist viel schärfer</translation>
    </message>
    <message>
      <source>another ground resolution?</source>
      <translation>eine andere Bodenauflösung?</translation>
    </message>
    <message>
      <source>the bands seem to be in another order than model {} was trained with: BANDS {} would look right. If so, run it again; the result is wrong</source>
      <translation>Die Kanäle scheinen in einer anderen Reihenfolge zu sein als beim Training von Modell {}: BANDS {} sähe richtig aus. Wenn das stimmt, lassen Sie das Werkzeug noch einmal laufen; das Ergebnis ist falsch</translation>
    </message>
    <message>
      <source>{:.0%} of what is seen here is unlike what model {} was trained on: {}. Do not trust the result there without looking</source>
      <translation>{:.0%} von dem, was hier zu sehen ist, gleicht nicht dem, womit Modell {} trainiert wurde: {}. Verlassen Sie sich dort nicht auf das Ergebnis, ohne nachzusehen</translation>
    </message>
    <message>
      <source>nearly all values lie at one end of the model's range (see SCALING)</source>
      <translation>fast alle Werte liegen an einem Ende des Wertebereichs des Modells (siehe SCALING)</translation>
    </message>
    <message>
      <source>its light and colours are as in the training, what it shows is not</source>
      <translation>Licht und Farben sind wie im Training, das Gezeigte ist es nicht</translation>
    </message>
    <message>
      <source>{} ({})</source>
      <translation>{} ({})</translation>
    </message>
    <message>
      <source>{}, line {}: not a feature: {}</source>
      <translation>{}, Zeile {}: kein Objekt: {}</translation>
    </message>
    <message>
      <source>{} cannot be written: {}. Choose another place</source>
      <translation>{} kann nicht geschrieben werden: {}. Wählen Sie einen anderen Ort</translation>
    </message>
    <message>
      <source>{} exists: choose another name, or remove it first</source>
      <translation>{} gibt es schon: Wählen Sie einen anderen Namen oder entfernen Sie es zuerst</translation>
    </message>
    <message>
      <source>{} cannot be written to: {}. Choose another place</source>
      <translation>In {} kann nicht geschrieben werden: {}. Wählen Sie einen anderen Ort</translation>
    </message>
    <message>
      <source>{} cannot be written to: {}. Is the disk full?</source>
      <translation>In {} kann nicht geschrieben werden: {}. Ist der Datenträger voll?</translation>
    </message>
    <message>
      <source>resolution</source>
      <translation>Auflösung</translation>
    </message>
    <message>
      <source>{}, {}</source>
      <translation>{}, {}</translation>
    </message>
    <message>
      <source>grid offset or size</source>
      <translation>Lage oder Größe des Gitters</translation>
    </message>
    <message>
      <source>one of the two dates has no coordinate reference system: assign it, or take it off both</source>
      <translation>Eines der beiden Daten hat kein Koordinatenbezugssystem: Weisen Sie es zu oder nehmen Sie es beiden weg</translation>
    </message>
    <message>
      <source>one of the two dates has no georeference: georeference it, or take it off both</source>
      <translation>Eines der beiden Daten hat keine Georeferenz: Georeferenzieren Sie es oder nehmen Sie sie beiden weg</translation>
    </message>
    <message>
      <source>the two dates have no georeference and different sizes ({}): georeference them first</source>
      <translation>Die beiden Daten haben keine Georeferenz und verschiedene Größen ({}): Georeferenzieren Sie sie zuerst</translation>
    </message>
    <message>
      <source>the {} is moved by {:g}, {:g}</source>
      <translation>Das {} wird um {:g}, {:g} verschoben</translation>
    </message>
    <message>
      <source>the {} is warped onto the before date's grid (different {})</source>
      <translation>Das {} wird auf das Gitter des Vorher-Datums gebracht (anders: {})</translation>
    </message>
    <message>
      <source>the two dates do not overlap: choose rasters (or an extent) of the same area</source>
      <translation>Die beiden Daten überlappen sich nicht: Wählen Sie Raster (oder einen Ausschnitt) desselben Gebiets</translation>
    </message>
    <message>
      <source>the extent is empty: draw one with a width and a height</source>
      <translation>Der Ausschnitt ist leer: Ziehen Sie einen mit Breite und Höhe auf</translation>
    </message>
    <message>
      <source>the extent lies outside the raster: choose one that overlaps it</source>
      <translation>Der Ausschnitt liegt außerhalb des Rasters: Wählen Sie einen, der es überlappt</translation>
    </message>
    <message>
      <source>the mask holds no polygons: draw some, or leave the mask out</source>
      <translation>Die Maske enthält keine Polygone: Zeichnen Sie welche oder lassen Sie die Maske weg</translation>
    </message>
    <message>
      <source>the polygons of the mask lie outside the area to work on: choose others, or another extent</source>
      <translation>Die Polygone der Maske liegen außerhalb des Arbeitsgebiets: Wählen Sie andere oder einen anderen Ausschnitt</translation>
    </message>
    <message>
      <source>values of the after date are matched to the before date's: {}</source>
      <translation>Die Werte des Nachher-Datums werden an die des Vorher-Datums angeglichen: {}</translation>
    </message>
    <message>
      <source>{} is damaged: it cannot be read at {} ({})</source>
      <translation>{} ist beschädigt: Es kann bei {} nicht gelesen werden ({})</translation>
    </message>
    <message>
      <source>located by ground control points: polygons and areas follow their best straight fit</source>
      <translation>über Passpunkte verortet: Polygone und Flächen folgen deren bester geradliniger Anpassung</translation>
    </message>
    <message>
      <source>located by rational polynomials: polygons and areas follow their best straight fit</source>
      <translation>über rationale Polynome verortet: Polygone und Flächen folgen deren bester geradliniger Anpassung</translation>
    </message>
    <message>
      <source>the raster has no georeference: results are in pixels</source>
      <translation>Das Raster hat keine Georeferenz: Ergebnisse sind in Pixeln</translation>
    </message>
    <message>
      <source>the raster has no coordinate reference system: areas are counted in pixels</source>
      <translation>Das Raster hat kein Koordinatenbezugssystem: Flächen werden in Pixeln gezählt</translation>
    </message>
    <message>
      <source>the raster's coordinate reference system is not tied to the Earth: areas are counted in pixels</source>
      <translation>Das Koordinatenbezugssystem des Rasters ist nicht an die Erde gebunden: Flächen werden in Pixeln gezählt</translation>
    </message>
    <message>
      <source>{}: {} bands were given; the model needs {} ({})</source>
      <translation>{}: {} Kanäle wurden angegeben; das Modell braucht {} ({})</translation>
    </message>
    <message>
      <source>{} has no band {}: it has bands 1 to {}</source>
      <translation>{} hat keinen Kanal {}: Es hat die Kanäle 1 bis {}</translation>
    </message>
    <message>
      <source>{} has {} {}; the model needs {} ({}). Choose another raster, or name a band several times in BANDS</source>
      <translation>{} hat {} {}; das Modell braucht {} ({}). Wählen Sie ein anderes Raster oder nennen Sie in BANDS einen Kanal mehrmals</translation>
    </message>
    <message>
      <source>bands {}</source>
      <translation>Kanäle {}</translation>
    </message>
    <message>
      <source>bands {}: the first ones, as the raster does not say which is which</source>
      <translation>Kanäle {}: die ersten, da das Raster nicht sagt, welcher welcher ist</translation>
    </message>
    <message>
      <source>{} cannot be opened as a raster: {}</source>
      <translation>{} kann nicht als Raster geöffnet werden: {}</translation>
    </message>
    <message>
      <source>{}: band {} holds complex values; convert it to amplitudes first</source>
      <translation>{}: Kanal {} enthält komplexe Werte; wandeln Sie sie zuerst in Amplituden um</translation>
    </message>
    <message>
      <source>values are used as they are</source>
      <translation>Werte werden unverändert verwendet</translation>
    </message>
    <message>
      <source>values {:g} to {:g} are scaled to {:g} to {:g}</source>
      <translation>Werte von {:g} bis {:g} werden auf {:g} bis {:g} skaliert</translation>
    </message>
    <message>
      <source>SCALING {} is for models of Sentinel-2 reflectance; this one takes other imagery</source>
      <translation>SCALING {} ist für Modelle von Sentinel-2-Reflektanz; dieses nimmt andere Bilder</translation>
    </message>
    <message>
      <source>this extent</source>
      <translation>diesem Ausschnitt</translation>
    </message>
    <message>
      <source>the whole raster</source>
      <translation>dem ganzen Raster</translation>
    </message>
    <message>
      <source>what was copied of the raster</source>
      <translation>dem kopierten Teil des Rasters</translation>
    </message>
    <message>
      <source>the raster holds no data in {}: choose another extent or raster</source>
      <translation>Das Raster enthält keine Daten in {}: Wählen Sie einen anderen Ausschnitt oder ein anderes Raster</translation>
    </message>
    <message>
      <source>minimum and maximum</source>
      <translation>Kleinster und größter Wert</translation>
    </message>
    <message>
      <source>2nd and 98th percentile</source>
      <translation>2. und 98. Perzentil</translation>
    </message>
    <message>
      <source>{} of each band in {} ({}) are scaled to {:g} to {:g}</source>
      <translation>{} jedes Kanals in {} ({}) werden auf {:g} bis {:g} skaliert</translation>
    </message>
    <message>
      <source>Sentinel-2 reflectance times 10,000, as is said by SCALING</source>
      <translation>Sentinel-2-Reflektanz mal 10.000, wie SCALING es sagt</translation>
    </message>
    <message>
      <source>Sentinel-2 reflectance times 10,000 with 1000 added, as is said by SCALING</source>
      <translation>Sentinel-2-Reflektanz mal 10.000 plus 1000, wie SCALING es sagt</translation>
    </message>
    <message>
      <source>8-bit true colour of a Sentinel-2 product, as is said by SCALING</source>
      <translation>8-Bit-Echtfarben eines Sentinel-2-Produkts, wie SCALING es sagt</translation>
    </message>
    <message>
      <source>reflectance as shares of one, as its values say</source>
      <translation>Reflektanz als Anteil von eins, wie die Werte zeigen</translation>
    </message>
    <message>
      <source>reflectance times 10,000 with 1000 added, as its darkest values say; if that is wrong, choose SCALING sentinel2</source>
      <translation>Reflektanz mal 10.000 plus 1000, wie die dunkelsten Werte zeigen; wenn das falsch ist, wählen Sie SCALING sentinel2</translation>
    </message>
    <message>
      <source>reflectance as the raster's own scale and offset say</source>
      <translation>Reflektanz, wie Skala und Versatz des Rasters es sagen</translation>
    </message>
    <message>
      <source>reflectance times 10,000 with 1000 added, by its processing baseline {:.2f}</source>
      <translation>Reflektanz mal 10.000 plus 1000, nach der Processing Baseline {:.2f}</translation>
    </message>
    <message>
      <source>reflectance times 10,000, by its processing baseline {:.2f}</source>
      <translation>Reflektanz mal 10.000, nach der Processing Baseline {:.2f}</translation>
    </message>
    <message>
      <source>tile</source>
      <translation>Kachel</translation>
    </message>
    <message>
      <source>the run was cancelled</source>
      <translation>Der Lauf wurde abgebrochen</translation>
    </message>
    <message>
      <source>{} {} of {}</source>
      <translation>{} {} von {}</translation>
    </message>
    <message>
      <source>{}, {} left</source>
      <translation>{}, noch {}</translation>
    </message>
    <message>
      <source>not a job: unknown tool {:.80}</source>
      <translation>kein Auftrag: unbekanntes Werkzeug {:.80}</translation>
    </message>
    <message>
      <source>not a job: {}</source>
      <translation>kein Auftrag: {}</translation>
    </message>
    <message>
      <source>two outputs are called {}: give each its own name</source>
      <translation>Zwei Ausgaben heißen {}: Geben Sie jeder einen eigenen Namen</translation>
    </message>
    <message>
      <source>{} is an input of this run: give the output another name</source>
      <translation>{} ist eine Eingabe dieses Laufs: Geben Sie der Ausgabe einen anderen Namen</translation>
    </message>
    <message>
      <source>no output was asked for: name at least one that this task writes</source>
      <translation>Es wurde keine Ausgabe verlangt: Nennen Sie mindestens eine, die diese Aufgabe schreibt</translation>
    </message>
    <message>
      <source>unknown device {}: use auto, cpu, cuda, cuda:N or directml</source>
      <translation>unbekanntes Gerät {}: Verwenden Sie auto, cpu, cuda, cuda:N oder directml</translation>
    </message>
    <message>
      <source>directml is not available: {}. Choose the device auto or cpu</source>
      <translation>directml ist nicht verfügbar: {}. Wählen Sie das Gerät auto oder cpu</translation>
    </message>
    <message>
      <source>{} is not available: {}. Choose the device auto or cpu</source>
      <translation>{} ist nicht verfügbar: {}. Wählen Sie das Gerät auto oder cpu</translation>
    </message>
    <message>
      <source>{} is not available: ONNX Runtime took {} in its place; the driver may be too old or its libraries missing. Choose the device cpu</source>
      <translation>{} ist nicht verfügbar: ONNX Runtime nahm stattdessen {}; der Treiber ist vielleicht zu alt oder seine Bibliotheken fehlen. Wählen Sie das Gerät cpu</translation>
    </message>
    <message>
      <source>{} cannot be loaded by ONNX Runtime {}: {}</source>
      <translation>{} kann von ONNX Runtime {} nicht geladen werden: {}</translation>
    </message>
    <message>
      <source>{} cannot work on images of {}: {}</source>
      <translation>{} kann nicht mit Bildern von {} arbeiten: {}</translation>
    </message>
    <message>
      <source>model {} takes {} images; its task needs {}</source>
      <translation>Modell {} nimmt {} Bilder; seine Aufgabe braucht {}</translation>
    </message>
    <message>
      <source>model {} needs PyTorch, which the engine's environment lacks: {}</source>
      <translation>Modell {} braucht PyTorch, das der Umgebung der Engine fehlt: {}</translation>
    </message>
    <message>
      <source>model {} cannot be loaded by PyTorch: {}</source>
      <translation>Modell {} kann von PyTorch nicht geladen werden: {}</translation>
    </message>
    <message>
      <source>model {} cannot work on images of {}: {}</source>
      <translation>Modell {} kann nicht mit Bildern von {} arbeiten: {}</translation>
    </message>
    <message>
      <source>{} holds values from {:g} to {:g}: it is no raster of probabilities, which go from 0 to 1. Choose the probability raster of a change run</source>
      <translation>{} enthält Werte von {:g} bis {:g}: Es ist kein Raster von Wahrscheinlichkeiten, die von 0 bis 1 gehen. Wählen Sie das Wahrscheinlichkeitsraster eines Veränderungslaufs</translation>
    </message>
    <message>
      <source>model {} gives {} for a tile; expected {} classes</source>
      <translation>Modell {} gibt {} für eine Kachel; erwartet wurden {} Klassen</translation>
    </message>
    <message>
      <source>polygons that lie outside the raster, left out: {}</source>
      <translation>Polygone außerhalb des Rasters, ausgelassen: {}</translation>
    </message>
    <message>
      <source>no polygon overlaps the raster: check the layer and its coordinate reference system</source>
      <translation>Kein Polygon überlappt das Raster: Prüfen Sie den Layer und sein Koordinatenbezugssystem</translation>
    </message>
    <message>
      <source>cell</source>
      <translation>Zelle</translation>
    </message>
    <message>
      <source>polygons that lie where the raster holds no data, left out: {}</source>
      <translation>Polygone, wo das Raster keine Daten hat, ausgelassen: {}</translation>
    </message>
    <message>
      <source>model {} has classes 0 to {}; {} were asked for</source>
      <translation>Modell {} hat die Klassen 0 bis {}; verlangt wurden {}</translation>
    </message>
    <message>
      <source>model {} gives {} for a tile; expected rows of {} values</source>
      <translation>Modell {} gibt {} für eine Kachel; erwartet wurden Zeilen von {} Werten</translation>
    </message>
    <message>
      <source>1 to {} change rasters are needed; {} were given</source>
      <translation>1 bis {} Veränderungsraster werden gebraucht; {} wurden angegeben</translation>
    </message>
    <message>
      <source>{} change rasters need as many names; {} were given</source>
      <translation>{} Veränderungsraster brauchen ebenso viele Namen; {} wurden angegeben</translation>
    </message>
    <message>
      <source>first change: row</source>
      <translation>Erste Veränderung: Zeile</translation>
    </message>
    <message>
      <source>{} lies on another grid than {}: use change rasters that were made on one grid</source>
      <translation>{} liegt auf einem anderen Gitter als {}: Verwenden Sie Veränderungsraster, die auf einem Gitter erstellt wurden</translation>
    </message>
    <message>
      <source>import: step</source>
      <translation>Import: Schritt</translation>
    </message>
    <message>
      <source>step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <source>the two dates have no pixel in common that holds data: choose rasters of one area</source>
      <translation>Die beiden Daten haben keinen gemeinsamen Pixel mit Daten: Wählen Sie Raster eines Gebiets</translation>
    </message>
    <message>
      <source>model {} gives {} for a tile; expected {}</source>
      <translation>Modell {} gibt {} für eine Kachel; erwartet wurde {}</translation>
    </message>
    <message>
      <source>polygons: row</source>
      <translation>Polygone: Zeile</translation>
    </message>
    <message>
      <source>change: row</source>
      <translation>Veränderung: Zeile</translation>
    </message>
    <message>
      <source>the spread over views needs more than one view: choose VIEWS 2 or 8, or leave it out</source>
      <translation>Die Streuung über Ansichten braucht mehr als eine Ansicht: Wählen Sie VIEWS 2 oder 8 oder lassen Sie sie weg</translation>
    </message>
    <message>
      <source>model {} is made for {}; this needs one for {}</source>
      <translation>Modell {} ist für {} gemacht; hierfür wird eines für {} gebraucht</translation>
    </message>
    <message>
      <source>model {} on {}, {}</source>
      <translation>Modell {} auf {}, {}</translation>
    </message>
    <message>
      <source>each tile is looked at in {} orientations</source>
      <translation>Jede Kachel wird in {} Ausrichtungen betrachtet</translation>
    </message>
    <message>
      <source>the raster holds no data {} (all of it is nodata): choose another extent or raster</source>
      <translation>Das Raster enthält {} keine Daten (alles ist Nodata): Wählen Sie einen anderen Ausschnitt oder ein anderes Raster</translation>
    </message>
    <message>
      <source>model {} does not say what it was trained on, so that nothing can be told of what is unfamiliar to it: leave that output out, or choose another model</source>
      <translation>Modell {} sagt nicht, womit es trainiert wurde, sodass sich nicht sagen lässt, was ihm fremd ist: Lassen Sie diese Ausgabe weg oder wählen Sie ein anderes Modell</translation>
    </message>
    <message>
      <source>a tile of {} pixels may take {} of memory; {} are available: choose a smaller tile size, or close other programs</source>
      <translation>Eine Kachel von {} Pixeln kann {} Speicher brauchen; verfügbar sind {}: Wählen Sie eine kleinere Kachelgröße oder schließen Sie andere Programme</translation>
    </message>
    <message>
      <source>RESOLUTION is {}, but the raster does not say how large its pixels are on the ground: give it a coordinate reference system, or leave RESOLUTION at 'image'</source>
      <translation>RESOLUTION ist {}, aber das Raster sagt nicht, wie groß seine Pixel am Boden sind: Geben Sie ihm ein Koordinatenbezugssystem oder lassen Sie RESOLUTION auf „image“</translation>
    </message>
    <message>
      <source>RESOLUTION asks for {:g} m, and pixels of this raster are {:.3g} m: from {:.3g} to {:.3g} m can be bridged; resample the raster first</source>
      <translation>RESOLUTION verlangt {:g} m, die Pixel dieses Rasters haben {:.3g} m: Von {:.3g} bis {:.3g} m lässt sich überbrücken; skalieren Sie das Raster zuerst um</translation>
    </message>
    <message>
      <source>memory is short: {} instead of {} tiles a step, {} instead of {} steps at a time</source>
      <translation>Der Speicher ist knapp: {} statt {} Kacheln je Schritt, {} statt {} Schritte zugleich</translation>
    </message>
    <message>
      <source>tile size {} does not fit model {}: it takes tiles {}</source>
      <translation>Kachelgröße {} passt nicht zu Modell {}: Es nimmt Kacheln {}</translation>
    </message>
    <message>
      <source>tile size {} does not fit model {}: it takes multiples of {} from {}, e.g. {} or {}</source>
      <translation>Kachelgröße {} passt nicht zu Modell {}: Es nimmt Vielfache von {} ab {}, z. B. {} oder {}</translation>
    </message>
    <message>
      <source>overlap {} is too large: at most half of the tile, {}</source>
      <translation>Überlappung {} ist zu groß: höchstens die halbe Kachel, {}</translation>
    </message>
    <message>
      <source>before date</source>
      <translation>Vorher-Datum</translation>
    </message>
    <message>
      <source>after date</source>
      <translation>Nachher-Datum</translation>
    </message>
    <message>
      <source>colours are matched by what was copied of the rasters, not by the whole of them</source>
      <translation>Die Farben werden nach dem kopierten Teil der Raster angeglichen, nicht nach dem Ganzen</translation>
    </message>
    <message>
      <source>the model sees pixels of {:.3g} m; results have the raster's of {:.3g} m</source>
      <translation>Das Modell sieht Pixel von {:.3g} m; Ergebnisse haben die {:.3g} m des Rasters</translation>
    </message>
    <message>
      <source>Choose RESOLUTION 'model', which shows it so</source>
      <translation>Wählen Sie RESOLUTION „model“, dann sieht es das Raster so</translation>
    </message>
    <message>
      <source>Expect poor results</source>
      <translation>Rechnen Sie mit schlechten Ergebnissen</translation>
    </message>
    <message>
      <source>the model sees pixels of {:.3g} m on the ground; {} was made for {:g} m ({:g} to {:g} m). {}</source>
      <translation>Das Modell sieht Pixel von {:.3g} m am Boden; {} ist für {:g} m gemacht ({:g} bis {:g} m). {}</translation>
    </message>
    <message>
      <source>scale {:g} is not between {:g} and {:g}</source>
      <translation>Maßstab {:g} liegt nicht zwischen {:g} und {:g}</translation>
    </message>
    <message>
      <source>the engine ran out of memory: choose smaller tiles or a smaller batch</source>
      <translation>Der Engine ging der Speicher aus: Wählen Sie kleinere Kacheln oder weniger Kacheln je Schritt</translation>
    </message>
    <message>
      <source>reading {}</source>
      <translation>{} wird gelesen</translation>
    </message>
    <message>
      <source>{} is {} for {}, {} classes</source>
      <translation>{} ist {} für {}, {} Klassen</translation>
    </message>
    <message>
      <source>exporting {}, classes of {}</source>
      <translation>{} wird exportiert, Klassen von {}</translation>
    </message>
    <message>
      <source>comparing the exported model with the network</source>
      <translation>Das exportierte Modell wird mit dem Netz verglichen</translation>
    </message>
    <message>
      <source>licence of the model: {}</source>
      <translation>Lizenz des Modells: {}</translation>
    </message>
    <message>
      <source>{} is no file</source>
      <translation>{} ist keine Datei</translation>
    </message>
    <message>
      <source>importing {} needs {}; the engine's Python lacks {}. Set up {} (Engine… in QGIS's menu Raster, LWGANet), or install with: {} -m pip install {}</source>
      <translation>Der Import von {} braucht {}; dem Python der Engine fehlt {}. Richten Sie {} ein (Engine… im QGIS-Menü Raster, LWGANet) oder installieren Sie mit: {} -m pip install {}</translation>
    </message>
    <message>
      <source>{} is no valid ONNX graph: its nodes need each other in a circle</source>
      <translation>{} ist kein gültiger ONNX-Graph: Seine Knoten brauchen einander im Kreis</translation>
    </message>
    <message>
      <source>{} has an old operator set, which cannot be brought up to {} ({}): export it again with opset 17</source>
      <translation>{} hat einen alten Operatorsatz, der sich nicht auf {} bringen lässt ({}): Exportieren Sie neu mit Opset 17</translation>
    </message>
    <message>
      <source>{} has {:,} bytes; an ONNX file has at most {:,}</source>
      <translation>{} hat {:,} Bytes; eine ONNX-Datei hat höchstens {:,}</translation>
    </message>
    <message>
      <source>{} is no ONNX file, or damaged or cut off; download it again</source>
      <translation>{} ist keine ONNX-Datei, oder beschädigt oder abgeschnitten; laden Sie sie neu herunter</translation>
    </message>
    <message>
      <source>{} is no ONNX file, or empty: it holds no graph</source>
      <translation>{} ist keine ONNX-Datei oder leer: Sie enthält keinen Graphen</translation>
    </message>
    <message>
      <source>{} keeps weights in another file, which is not followed: save it as one file (onnx.save with save_as_external_data=False) and import that</source>
      <translation>{} hält Gewichte in einer anderen Datei, der nicht gefolgt wird: Speichern Sie alles in einer Datei (onnx.save mit save_as_external_data=False) und importieren Sie diese</translation>
    </message>
    <message>
      <source>{} is damaged: {} claims {:,} numbers, has {:,}</source>
      <translation>{} ist beschädigt: {} behauptet {:,} Zahlen, hat {:,}</translation>
    </message>
    <message>
      <source>{} needs operator set {}; the installed onnx knows {}: export it again with opset 17</source>
      <translation>{} braucht Operatorsatz {}; das installierte onnx kennt {}: Exportieren Sie neu mit Opset 17</translation>
    </message>
    <message>
      <source>{} has operator set {}; {} or newer is needed: export it again with opset 17</source>
      <translation>{} hat Operatorsatz {}; {} oder neuer wird gebraucht: Exportieren Sie neu mit Opset 17</translation>
    </message>
    <message>
      <source>{} needs operators of {}, which ONNX Runtime does not have and which would be another's code: refused. Export it with standard operators</source>
      <translation>{} braucht Operatoren von {}, die ONNX Runtime nicht hat und die fremder Code wären: abgelehnt. Exportieren Sie es mit Standardoperatoren</translation>
    </message>
    <message>
      <source>{} takes {} of {}; expected float images, or bytes: batch x bands x height x width</source>
      <translation>{} nimmt {} von {}; erwartet werden Gleitkomma-Bilder oder Bytes: Stapel x Kanäle x Höhe x Breite</translation>
    </message>
    <message>
      <source>{} takes {} inputs; models here take one image</source>
      <translation>{} nimmt {} Eingaben; Modelle nehmen hier ein Bild</translation>
    </message>
    <message>
      <source>{} takes {} bands; models have up to 255</source>
      <translation>{} nimmt {} Kanäle; Modelle haben bis zu 255</translation>
    </message>
    <message>
      <source>{} takes images of {} x {} pixels: tiles here are square; export it so</source>
      <translation>{} nimmt Bilder von {} x {} Pixeln: Kacheln sind hier quadratisch; exportieren Sie es so</translation>
    </message>
    <message>
      <source>{} is no valid ONNX graph: {}</source>
      <translation>{} ist kein gültiger ONNX-Graph: {}</translation>
    </message>
    <message>
      <source>{} has {} classes; models have up to {}</source>
      <translation>{} hat {} Klassen; Modelle haben bis zu {}</translation>
    </message>
    <message>
      <source>{} class names were given; {} has {}{}</source>
      <translation>{} Klassennamen wurden angegeben; {} hat {}{}</translation>
    </message>
    <message>
      <source>{} names {} classes and has {}: give the names of its classes in its order</source>
      <translation>{} nennt {} Klassen und hat {}: Geben Sie die Namen seiner Klassen in seiner Reihenfolge an</translation>
    </message>
    <message>
      <source>it works on {} tiles at a time, and fills up smaller batches: make them as large</source>
      <translation>Es arbeitet an {} Kacheln zugleich und füllt kleinere Stapel auf: Machen Sie sie so groß</translation>
    </message>
    <message>
      <source>its classes are scored each by itself (sigmoid): each pixel gets the best, however low all are</source>
      <translation>Jede Klasse wird für sich bewertet (Sigmoid): Jeder Pixel bekommt die beste, so niedrig alle auch sind</translation>
    </message>
    <message>
      <source>it gives classes without scores: a score tells only how many tiles over a pixel agree</source>
      <translation>Es gibt Klassen ohne Bewertung: Ein Wert sagt nur, wie viele Kacheln über einem Pixel übereinstimmen</translation>
    </message>
    <message>
      <source>its maps leave out {} pixels at each side: tiles are extended by their mirror image</source>
      <translation>Seine Karten lassen an jeder Seite {} Pixel aus: Kacheln werden durch ihr Spiegelbild erweitert</translation>
    </message>
    <message>
      <source>each pixel gets its best class, however low its score (the file says seg_thresh {:g})</source>
      <translation>Jeder Pixel bekommt seine beste Klasse, so niedrig ihr Wert auch ist (die Datei sagt seg_thresh {:g})</translation>
    </message>
    <message>
      <source>a score of 0.5 stands for a probability of {:g}, where the class begins</source>
      <translation>Ein Wert von 0,5 steht für eine Wahrscheinlichkeit von {:g}, ab der die Klasse gilt</translation>
    </message>
    <message>
      <source>{} gives something else inside the model folder on {} tiles, {:.3g} times what is allowed: it was not kept. Please report it with the name of the file</source>
      <translation>{} gibt im Modellordner auf {} Kacheln etwas anderes, {:.3g}-mal so viel wie erlaubt: Es wurde nicht behalten. Bitte melden Sie es mit dem Namen der Datei</translation>
    </message>
    <message>
      <source>{} cannot be imported: {}. {}</source>
      <translation>{} kann nicht importiert werden: {}. {}</translation>
    </message>
    <message>
      <source>{} cannot be imported: {}</source>
      <translation>{} kann nicht importiert werden: {}</translation>
    </message>
    <message>
      <source>{} is for {}; running it on tiles</source>
      <translation>{} ist für {}; es wird auf Kacheln ausgeführt</translation>
    </message>
    <message>
      <source>{} is {} of {} classes, tiles of {} pixels</source>
      <translation>{} ist {} mit {} Klassen, Kacheln von {} Pixeln</translation>
    </message>
    <message>
      <source>{} cannot be put behind a model's interface: {}</source>
      <translation>{} lässt sich nicht hinter die Schnittstelle eines Modells bringen: {}</translation>
    </message>
    <message>
      <source>comparing the model with the file</source>
      <translation>Das Modell wird mit der Datei verglichen</translation>
    </message>
    <message>
      <source>its det_type {} is not known; known: {}</source>
      <translation>Sein det_type {} ist nicht bekannt; bekannt sind: {}</translation>
    </message>
    <message>
      <source>it does not name its classes, whose number cannot be told otherwise: give their names</source>
      <translation>Es nennt seine Klassen nicht, deren Zahl sich anders nicht sagen lässt: Geben Sie ihre Namen an</translation>
    </message>
    <message>
      <source>its output of {} for an image is not that of {} with {}</source>
      <translation>Seine Ausgabe von {} für ein Bild ist nicht die von {} mit {}</translation>
    </message>
    <message>
      <source>{}: all of its {:,} boxes {}. {}</source>
      <translation>{}: Alle seine {:,} Rechtecke {}. {}</translation>
    </message>
    <message>
      <source>{} lists boxes of class {:g}; it has {} classes, from 0 to {}. Give the names of all, or export it as its metadata say</source>
      <translation>{} führt Rechtecke der Klasse {:g} auf; es hat {} Klassen, von 0 bis {}. Geben Sie die Namen aller an oder exportieren Sie es, wie seine Metadaten sagen</translation>
    </message>
    <message>
      <source>it gives maps of {}; {} means {}: say {}</source>
      <translation>Es gibt Karten von {}; {} bedeutet {}: Sagen Sie {}</translation>
    </message>
    <message>
      <source>it gives values from {:.3g} to {:.3g}; {} means 0 to 1: say {}</source>
      <translation>Es gibt Werte von {:.3g} bis {:.3g}; {} bedeutet 0 bis 1: Sagen Sie {}</translation>
    </message>
    <message>
      <source>its values for the classes add up to {:.3g}, as probabilities do not: say {}</source>
      <translation>Seine Werte für die Klassen ergeben zusammen {:.3g}, was Wahrscheinlichkeiten nicht tun: Sagen Sie {}</translation>
    </message>
    <message>
      <source>it gives values from {:.3g} to {:.3g}; map_classes means whole numbers from 0: say map_probability or map_logit</source>
      <translation>Es gibt Werte von {:.3g} bis {:.3g}; map_classes bedeutet ganze Zahlen ab 0: Sagen Sie map_probability oder map_logit</translation>
    </message>
    <message>
      <source>it gives the numbers of classes, which do not tell how many there are: give their names</source>
      <translation>Es gibt die Nummern von Klassen, die nicht sagen, wie viele es sind: Geben Sie ihre Namen an</translation>
    </message>
    <message>
      <source>it gives class {:.0f}, and {} from 0 to {} are named: name all</source>
      <translation>Es gibt Klasse {:.0f}, und {} von 0 bis {} sind benannt: Benennen Sie alle</translation>
    </message>
    <message>
      <source>{} takes no images</source>
      <translation>{} nimmt keine Bilder</translation>
    </message>
    <message>
      <source>{}. It was tried on images of {} pixels: if it takes those of another side alone, say its tile size</source>
      <translation>{}. Versucht wurde es mit Bildern von {} Pixeln: Wenn es nur solche einer anderen Seitenlänge nimmt, nennen Sie seine Kachelgröße</translation>
    </message>
    <message>
      <source>its metadata have a value of {:,} characters: refused unread</source>
      <translation>Seine Metadaten haben einen Wert von {:,} Zeichen: ungelesen abgelehnt</translation>
    </message>
    <message>
      <source>its metadata say {} {}: expected {}</source>
      <translation>Seine Metadaten sagen {} {}: erwartet {}</translation>
    </message>
    <message>
      <source>its metadata say {} {}: expected a list of numbers, one for each band</source>
      <translation>Seine Metadaten sagen {} {}: erwartet wird eine Liste von Zahlen, eine je Kanal</translation>
    </message>
    <message>
      <source>its metadata say {} {}: tiles here are square, as high as wide</source>
      <translation>Seine Metadaten sagen {} {}: Kacheln sind hier quadratisch, so hoch wie breit</translation>
    </message>
    <message>
      <source>its metadata name classes of {} heads: models here have one</source>
      <translation>Seine Metadaten nennen Klassen von {} Köpfen: Modelle haben hier einen</translation>
    </message>
    <message>
      <source>the numbers of its {} are not 0, 1, 2 and so on: {}</source>
      <translation>Die Nummern seiner {} sind nicht 0, 1, 2 und so weiter: {}</translation>
    </message>
    <message>
      <source>its {} are no names: {}</source>
      <translation>Seine {} sind keine Namen: {}</translation>
    </message>
    <message>
      <source>it is a model for {}: detect, segment, obb and classify are known</source>
      <translation>Es ist ein Modell für {}: detect, segment, obb und classify sind bekannt</translation>
    </message>
    <message>
      <source>it is {}, which no tool here runs: Segmentor and Detector can be imported</source>
      <translation>Es ist {}, was hier kein Werkzeug ausführt: Segmentor und Detector können importiert werden</translation>
    </message>
    <message>
      <source>small areas stay in the map (the file says seg_small_segment {}): leave out small polygons by their area</source>
      <translation>Kleine Flächen bleiben in der Karte (die Datei sagt seg_small_segment {}): Lassen Sie kleine Polygone nach ihrer Fläche weg</translation>
    </message>
    <message>
      <source>objects are boxes: their masks are left out</source>
      <translation>Objekte sind Rechtecke: Ihre Masken bleiben weg</translation>
    </message>
    <message>
      <source>its metadata say {} alone: mean and std belong together, add the other or remove it</source>
      <translation>Seine Metadaten sagen nur {}: mean und std gehören zusammen, ergänzen Sie das andere oder entfernen Sie es</translation>
    </message>
    <message>
      <source>{} gives no numbers (NaN or infinite) for an image: it is damaged</source>
      <translation>{} gibt keine Zahlen (NaN oder unendlich) für ein Bild: Es ist beschädigt</translation>
    </message>
    <message>
      <source>{} gives {} outputs ({}); models for {} here give {} of batch x {}: export it with that head alone</source>
      <translation>{} gibt {} Ausgaben ({}); Modelle für {} geben hier {} von Stapel x {}: Exportieren Sie es nur mit diesem Kopf</translation>
    </message>
    <message>
      <source>{} gives maps of {} x {} pixels for tiles of {} x {}</source>
      <translation>{} gibt Karten von {} x {} Pixeln für Kacheln von {} x {}</translation>
    </message>
    <message>
      <source>{}: mean and std belong together: give both, or neither</source>
      <translation>{}: mean und std gehören zusammen: Geben Sie beide an oder keines</translation>
    </message>
    <message>
      <source>{} named; {} takes {}: name so many, in its order</source>
      <translation>{} benannt; {} nimmt {}: Nennen Sie so viele, in seiner Reihenfolge</translation>
    </message>
    <message>
      <source>tiles of {} pixels are asked for; {} takes {} alone</source>
      <translation>Kacheln von {} Pixeln werden verlangt; {} nimmt nur {}</translation>
    </message>
    <message>
      <source>values from {:g} to {:g} are stated; {} takes bytes, 0 to 255</source>
      <translation>Werte von {:g} bis {:g} sind angegeben; {} nimmt Bytes, 0 bis 255</translation>
    </message>
    <message>
      <source>{} has no output {}; it has {}</source>
      <translation>{} hat keine Ausgabe {}; es hat {}</translation>
    </message>
    <message>
      <source>{} gives scores from {:.3g} to {:.3g}, not from 0 to 1: it is not of the kind that it is said to be, or was exported without its last step</source>
      <translation>{} gibt Bewertungen von {:.3g} bis {:.3g}, nicht von 0 bis 1: Es ist nicht von der angegebenen Art oder wurde ohne seinen letzten Schritt exportiert</translation>
    </message>
    <message>
      <source>{} gives something else when its operator set is raised: export it again with opset 17</source>
      <translation>{} gibt etwas anderes, wenn sein Operatorsatz angehoben wird: Exportieren Sie es neu mit Opset 17</translation>
    </message>
    <message>
      <source>there is no data set {}; known: {}</source>
      <translation>Es gibt keinen Datensatz {}; bekannt sind: {}</translation>
    </message>
    <message>
      <source>{} has {} classes for {}, the checkpoint {} for {}. Data sets that fit: {}</source>
      <translation>{} hat {} Klassen für {}, der Checkpoint {} für {}. Passende Datensätze: {}</translation>
    </message>
    <message>
      <source>this {} has {} and does not say which: name its data set, one of {}, or give the names of its classes</source>
      <translation>Dieses {} hat {} und sagt nicht, welche: Nennen Sie seinen Datensatz, einen von {}, oder geben Sie die Namen seiner Klassen an</translation>
    </message>
    <message>
      <source>this {} has {}, as no known data set has, and does not say which: give their names in its order</source>
      <translation>Dieses {} hat {}, wie kein bekannter Datensatz, und sagt nicht, welche: Geben Sie ihre Namen in seiner Reihenfolge an</translation>
    </message>
    <message>
      <source>ground resolution {:g} m is not above 0</source>
      <translation>Bodenauflösung {:g} m ist nicht größer als 0</translation>
    </message>
    <message>
      <source>{} class names were given; the checkpoint has {}</source>
      <translation>{} Klassennamen wurden angegeben; der Checkpoint hat {}</translation>
    </message>
    <message>
      <source>{} colours were given for {} classes: give one for each</source>
      <translation>{} Farben wurden für {} Klassen angegeben: Geben Sie eine je Klasse an</translation>
    </message>
    <message>
      <source>the name {} has no letter or digit of a to z and 0 to 9, which an id needs</source>
      <translation>Der Name {} hat keinen Buchstaben a bis z und keine Ziffer 0 bis 9, die eine Kennung braucht</translation>
    </message>
    <message>
      <source>a model called {} exists: choose another name</source>
      <translation>Es gibt schon ein Modell namens {}: Wählen Sie einen anderen Namen</translation>
    </message>
    <message>
      <source>{} is no checkpoint: expected a .pth, .pt or .ckpt of PyTorch, or .safetensors</source>
      <translation>{} ist kein Checkpoint: erwartet wird .pth, .pt oder .ckpt von PyTorch oder .safetensors</translation>
    </message>
    <message>
      <source>{} holds no weights: expected a state dict, bare or as one of {}</source>
      <translation>{} enthält keine Gewichte: erwartet wird ein state_dict, bloß oder als eines von {}</translation>
    </message>
    <message>
      <source>{} is a compressed archive, which PyTorch does not write: unpack it first</source>
      <translation>{} ist ein komprimiertes Archiv, das PyTorch nicht schreibt: Entpacken Sie es zuerst</translation>
    </message>
    <message>
      <source>{} is damaged: its entries claim more than the file holds</source>
      <translation>{} ist beschädigt: Seine Einträge behaupten mehr, als die Datei enthält</translation>
    </message>
    <message>
      <source>{} is a TorchScript program, not weights: import the checkpoint it was made from, or export the model to ONNX and import that</source>
      <translation>{} ist ein TorchScript-Programm, keine Gewichte: Importieren Sie den Checkpoint, aus dem es gemacht wurde, oder exportieren Sie das Modell nach ONNX und importieren Sie das</translation>
    </message>
    <message>
      <source>{} is a zip archive but no checkpoint of PyTorch</source>
      <translation>{} ist ein ZIP-Archiv, aber kein Checkpoint von PyTorch</translation>
    </message>
    <message>
      <source>{} is damaged: {} does not fit its checksum; download it again</source>
      <translation>{} ist beschädigt: {} passt nicht zu seiner Prüfsumme; laden Sie es neu herunter</translation>
    </message>
    <message>
      <source>{} is damaged or cut off ({}); download it again</source>
      <translation>{} ist beschädigt oder abgeschnitten ({}); laden Sie es neu herunter</translation>
    </message>
    <message>
      <source>{} is damaged, or no checkpoint: PyTorch cannot load its weights. Download it again; if that does not help, save the model's state_dict() and import that</source>
      <translation>{} ist beschädigt oder kein Checkpoint: PyTorch kann seine Gewichte nicht laden. Laden Sie es neu herunter; wenn das nicht hilft, speichern Sie das state_dict() des Modells und importieren Sie das</translation>
    </message>
    <message>
      <source>{} is damaged: its header claims {:,} bytes, the file has {:,}</source>
      <translation>{} ist beschädigt: Sein Kopf behauptet {:,} Bytes, die Datei hat {:,}</translation>
    </message>
    <message>
      <source>{} is damaged: its weights cannot be read ({}); download it again</source>
      <translation>{} ist beschädigt: Seine Gewichte können nicht gelesen werden ({}); laden Sie es neu herunter</translation>
    </message>
    <message>
      <source>{}: entries among the weights are no plain tensors of numbers: {}</source>
      <translation>{}: Einträge unter den Gewichten sind keine einfachen Zahlentensoren: {}</translation>
    </message>
    <message>
      <source>{} looks like {} of width {}; known are {}</source>
      <translation>{} sieht aus wie {} der Breite {}; bekannt sind {}</translation>
    </message>
    <message>
      <source>{} holds weights of another network: none of {} is in it. Its names begin: {}</source>
      <translation>{} enthält die Gewichte eines anderen Netzes: Nichts von {} ist darin. Die Namen beginnen: {}</translation>
    </message>
    <message>
      <source>{} holds a backbone alone ({}), which names no classes: it is a start for training, not a model. Import a checkpoint that was trained for scenes, segmentation, change or detection</source>
      <translation>{} enthält nur ein Backbone ({}), das keine Klassen nennt: Es ist ein Anfang für das Training, kein Modell. Importieren Sie einen Checkpoint, der für Szenen, Segmentierung, Veränderung oder Erkennung trainiert wurde</translation>
    </message>
    <message>
      <source>{} looks like {}, which is not known; known: {}</source>
      <translation>{} sieht aus wie {}, das nicht bekannt ist; bekannt sind: {}</translation>
    </message>
    <message>
      <source>{} has {} classes; models have up to {}.{}</source>
      <translation>{} hat {} Klassen; Modelle haben bis zu {}.{}</translation>
    </message>
    <message>
      <source>{}: there is no {} of {}</source>
      <translation>{}: Es gibt kein {} von {}</translation>
    </message>
    <message>
      <source>{} is not quite {}; {}</source>
      <translation>{} ist nicht ganz {}; {}</translation>
    </message>
    <message>
      <source>{} holds values that are no numbers (NaN or infinite): {}</source>
      <translation>{} enthält Werte, die keine Zahlen sind (NaN oder unendlich): {}</translation>
    </message>
    <message>
      <source>these weights give no numbers (NaN or infinite) for an image: they are damaged</source>
      <translation>Diese Gewichte geben keine Zahlen (NaN oder unendlich) für ein Bild: Sie sind beschädigt</translation>
    </message>
    <message>
      <source>the exported model differs from the network on {} tiles, {:.3g} times what is allowed: it was not kept. Please report it with the name of the checkpoint</source>
      <translation>Das exportierte Modell weicht auf {} Kacheln vom Netz ab, {:.3g}-mal so viel wie erlaubt: Es wurde nicht behalten. Bitte melden Sie es mit dem Namen des Checkpoints</translation>
    </message>
    <message>
      <source>{} is not written as PyTorch writes weights ({}): refused unread</source>
      <translation>{} ist nicht so geschrieben, wie PyTorch Gewichte schreibt ({}): ungelesen abgelehnt</translation>
    </message>
    <message>
      <source>{} is damaged: its index cannot be read ({})</source>
      <translation>{} ist beschädigt: Sein Verzeichnis kann nicht gelesen werden ({})</translation>
    </message>
    <message>
      <source>{} is a YOLO model as its training saves it ({}), which only its own program can load: export it to ONNX there (format=onnx, or export.py --include onnx) and import that</source>
      <translation>{} ist ein YOLO-Modell, wie es sein Training speichert ({}), das nur sein eigenes Programm laden kann: Exportieren Sie es dort nach ONNX (format=onnx, oder export.py --include onnx) und importieren Sie das</translation>
    </message>
    <message>
      <source>{} asks for Python objects that are no weights ({}). Loading such a file could run code, so it is refused unread. If it holds a whole model, save the model's state_dict() and import that</source>
      <translation>{} verlangt Python-Objekte, die keine Gewichte sind ({}). Eine solche Datei zu laden, könnte Code ausführen, deshalb wird sie ungelesen abgelehnt. Wenn sie ein ganzes Modell enthält, speichern Sie das state_dict() des Modells und importieren Sie das</translation>
    </message>
    <message>
      <source>Buildings from drone imagery (Banepa, Oriented R-CNN on LWGANet-L0)</source>
      <translation>Gebäude aus Drohnenbildern (Banepa, Oriented R-CNN auf LWGANet-L0)</translation>
    </message>
    <message>
      <source>Outlines buildings in true-colour drone imagery with one rotated rectangle each. Learnt from 1,084 buildings of one dense town in Nepal: flat concrete and metal roofs, many of them attached. Rectangles are loose on L-shaped roofs; train your own for another building style.</source>
      <translation>Umrahmt Gebäude in Echtfarben-Drohnenbildern mit je einem gedrehten Rechteck. Gelernt an 1.084 Gebäuden einer dicht bebauten Stadt in Nepal: flache Dächer aus Beton und Metall, viele aneinandergebaut. Um L-förmige Dächer liegen die Rechtecke lose; für eine andere Bauweise trainieren Sie ein eigenes Modell.</translation>
    </message>
    <message>
      <source>Rectangles are loose on L-shaped roofs; densely attached roofs; one town and one flight, so test buildings resemble the training ones.</source>
      <translation>Um L-förmige Dächer liegen die Rechtecke lose; dicht aneinandergebaute Dächer; eine Stadt und ein Flug, daher ähneln die Testgebäude denen des Trainings.</translation>
    </message>
    <message>
      <source>Building</source>
      <translation>Gebäude</translation>
    </message>
    <message>
      <source>red</source>
      <translation>Rot</translation>
    </message>
    <message>
      <source>green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <source>Aerial land cover (Dubai, UNetFormer on LWGANet-L0)</source>
      <translation>Landbedeckung aus Luftbildern (Dubai, UNetFormer auf LWGANet-L0)</translation>
    </message>
    <message>
      <source>Buildings, unpaved land, road, vegetation and water in true-colour aerial imagery. Learnt from six areas of one desert city, at ground resolutions that the publisher does not state, and from vegetation, water and bare ground of two Californian cities at 0.6 m. In a third it finds vegetation (overlap 0.65); buildings and roads are known from the desert city alone.</source>
      <translation>Gebäude, unbefestigter Boden, Straße, Vegetation und Wasser in Echtfarben-Luftbildern. Gelernt an sechs Gebieten einer Wüstenstadt, deren Bodenauflösung der Herausgeber nicht nennt, und an Vegetation, Wasser und offenem Boden zweier kalifornischer Städte bei 0,6 m. In einer dritten findet es Vegetation (Überlappung 0,65); Gebäude und Straßen kennt es nur aus der Wüstenstadt.</translation>
    </message>
    <message>
      <source>The desert imagery has no coordinates: its ground resolution is an estimate, and with it the range. One split of one city; of the other tiles two were held out from a network of five epochs.</source>
      <translation>Die Wüstenbilder haben keine Koordinaten: Ihre Bodenauflösung ist geschätzt und damit auch der Bereich. Eine Aufteilung einer Stadt; von den anderen Kacheln wurden zwei einem Netz von fünf Epochen vorenthalten.</translation>
    </message>
    <message>
      <source>Unpaved land</source>
      <translation>Unbefestigter Boden</translation>
    </message>
    <message>
      <source>Road</source>
      <translation>Straße</translation>
    </message>
    <message>
      <source>Vegetation</source>
      <translation>Vegetation</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>Wasser</translation>
    </message>
    <message>
      <source>Sentinel-2 scene classes (EuroSAT, LWGANet-L0)</source>
      <translation>Szenenklassen für Sentinel-2 (EuroSAT, LWGANet-L0)</translation>
    </message>
    <message>
      <source>Names the land use of 640 m cells of 10 m Sentinel-2 imagery in Europe: ten classes, true colour, at the top of the atmosphere (Level-1C) or corrected for it (Level-2A). Trained on chosen, clear patches that each show one class; a cell of mixed use, cloud, snow or another continent is outside what it knows, and open water of ports is named otherwise in one cell of ten.</source>
      <translation>Benennt die Landnutzung von 640-m-Zellen in Sentinel-2-Bildern (10 m) in Europa: zehn Klassen, Echtfarben, am Oberrand der Atmosphäre (Level-1C) oder um sie korrigiert (Level-2A). Trainiert mit ausgewählten, klaren Ausschnitten, die je eine Klasse zeigen; Zellen gemischter Nutzung, Wolken, Schnee und andere Kontinente kennt es nicht, und offenes Wasser von Häfen nennt es in einer von zehn Zellen anders.</translation>
    </message>
    <message>
      <source>Patches of one scene lie on both sides of the random split, so leakage between neighbours cannot be excluded. Level-2A is simulated from Level-1C, for training and for the figure.</source>
      <translation>Ausschnitte einer Szene liegen auf beiden Seiten der zufälligen Aufteilung; dass Nachbarn einander verraten, ist nicht auszuschließen. Level-2A ist aus Level-1C nachgebildet, für das Training wie für die Kennzahl.</translation>
    </message>
    <message>
      <source>Annual crop</source>
      <translation>Einjährige Kultur</translation>
    </message>
    <message>
      <source>Forest</source>
      <translation>Wald</translation>
    </message>
    <message>
      <source>Herbaceous vegetation</source>
      <translation>Krautige Vegetation</translation>
    </message>
    <message>
      <source>Highway</source>
      <translation>Autobahn</translation>
    </message>
    <message>
      <source>Industrial</source>
      <translation>Industrie</translation>
    </message>
    <message>
      <source>Pasture</source>
      <translation>Weide</translation>
    </message>
    <message>
      <source>Permanent crop</source>
      <translation>Dauerkultur</translation>
    </message>
    <message>
      <source>Residential</source>
      <translation>Wohngebiet</translation>
    </message>
    <message>
      <source>River</source>
      <translation>Fluss</translation>
    </message>
    <message>
      <source>Sea or lake</source>
      <translation>Meer oder See</translation>
    </message>
    <message>
      <source>Open-water change in aerial RGB (NAIP, A2Net on LWGANet-L0)</source>
      <translation>Veränderung offenen Wassers in Luftbildern (NAIP, A2Net auf LWGANet-L0)</translation>
    </message>
    <message>
      <source>Gain and loss of open water between two dates of true-colour aerial imagery at 5 m. Labels were made by a water index and the model saw one landscape of lakes and wetlands (North Dakota): it does not find other kinds of change.</source>
      <translation>Zu- und Abnahme offenen Wassers zwischen zwei Zeitpunkten von Echtfarben-Luftbildern bei 5 m. Die Kennzeichnung stammt von einem Wasserindex, und das Modell hat eine einzige Landschaft aus Seen und Feuchtgebieten gesehen (North Dakota): Andere Veränderungen findet es nicht.</translation>
    </message>
    <message>
      <source>Labels are automatic (difference of a water index between the dates), one landscape.</source>
      <translation>Automatisch gekennzeichnet (Differenz eines Wasserindex zwischen den Zeitpunkten), eine Landschaft.</translation>
    </message>
    <message>
      <source>No change</source>
      <translation>Keine Veränderung</translation>
    </message>
    <message>
      <source>Open-water change</source>
      <translation>Veränderung offenen Wassers</translation>
    </message>
  </context>
  <context>
    <name>LicenseDialog</name>
    <message>
      <source>Licence of the model</source>
      <translation>Lizenz des Modells</translation>
    </message>
    <message>
      <source>{} will be downloaded, from the catalogue '{}'.</source>
      <translation>{} werden aus dem Katalog '{}' heruntergeladen.</translation>
    </message>
    <message>
      <source>I accept these terms</source>
      <translation>Ich nehme diese Bedingungen an</translation>
    </message>
    <message>
      <source>Without that, nothing is downloaded.</source>
      <translation>Sonst wird nichts heruntergeladen.</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Herunterladen</translation>
    </message>
  </context>
  <context>
    <name>ListPanel</name>
    <message>
      <source>The models at hand, and those that catalogues have.</source>
      <translation>Die vorhandenen Modelle und die der Kataloge.</translation>
    </message>
  </context>
  <context>
    <name>LwganetProvider</name>
    <message>
      <source>LWGANet remote-sensing networks</source>
      <translation>LWGANet-Netze für die Fernerkundung</translation>
    </message>
  </context>
  <context>
    <name>MeasuringRow</name>
    <message>
      <source>Measuring shift and brightness…</source>
      <translation>Verschiebung und Helligkeit werden gemessen…</translation>
    </message>
    <message>
      <source>The pixels are fetched and compared. A run makes it wait.</source>
      <translation>Die Pixel werden geholt und verglichen. Ein Lauf geht vor.</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Überspringen</translation>
    </message>
    <message>
      <source>Stops measuring; the pair can be run all the same.</source>
      <translation>Beendet das Messen; ein Lauf ist trotzdem möglich.</translation>
    </message>
    <message>
      <source>Measure again</source>
      <translation>Noch einmal messen</translation>
    </message>
    <message>
      <source>Measures how the two images lie and how bright they are.</source>
      <translation>Misst, wie die beiden Bilder liegen und wie hell sie sind.</translation>
    </message>
  </context>
  <context>
    <name>ModelsWindow</name>
    <message>
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <source>Catalogues…</source>
      <translation>Kataloge…</translation>
    </message>
    <message>
      <source>Lists of models that can be downloaded, by URL or file.</source>
      <translation>Listen von Modellen zum Herunterladen, als URL oder Datei.</translation>
    </message>
    <message>
      <source>Publish…</source>
      <translation>Veröffentlichen…</translation>
    </message>
    <message>
      <source>Copies your models into a folder, with a catalogue and a STAC collection, for others.</source>
      <translation>Kopiert Ihre Modelle für andere in einen Ordner, mit einem Katalog und einer STAC-Collection.</translation>
    </message>
    <message>
      <source>Makes a model of yours of a file or a folder.</source>
      <translation>Macht aus einer Datei oder einem Ordner ein eigenes Modell.</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <source>Checkpoint or ONNX file…</source>
      <translation>Checkpoint oder ONNX-Datei…</translation>
    </message>
    <message>
      <source>Model folder…</source>
      <translation>Modellordner…</translation>
    </message>
    <message>
      <source>Zip of a model folder…</source>
      <translation>Zip eines Modellordners…</translation>
    </message>
    <message>
      <source>No model is like that. Ask for less, or look into a catalogue.</source>
      <translation>Kein Modell passt dazu. Weniger verlangen oder in einen Katalog sehen.</translation>
    </message>
    <message>
      <source>Model folder</source>
      <translation>Modellordner</translation>
    </message>
    <message>
      <source>Zip of a model folder</source>
      <translation>Zip eines Modellordners</translation>
    </message>
    <message>
      <source>'{}' is the id of a model that comes with the plugin: it cannot be replaced.</source>
      <translation>'{}' ist die Kennung eines Modells, das mit der Erweiterung kommt: Es lässt sich nicht ersetzen.</translation>
    </message>
    <message>
      <source>There is a model '{}' already. Replace it?</source>
      <translation>Es gibt schon ein Modell '{}'. Ersetzen?</translation>
    </message>
    <message>
      <source>Delete {} and its files?</source>
      <translation>{} mit allen Dateien löschen?</translation>
    </message>
    <message>
      <source>STAC item</source>
      <translation>STAC-Item</translation>
    </message>
    <message>
      <source>Folder to publish in</source>
      <translation>Ordner für die Veröffentlichung</translation>
    </message>
    <message>
      <source>{} holds a catalogue already. Replace it?</source>
      <translation>{} enthält schon einen Katalog. Ersetzen?</translation>
    </message>
  </context>
  <context>
    <name>OlderEngines</name>
    <message>
      <source>Engines on this computer</source>
      <translation>Engines auf diesem Rechner</translation>
    </message>
    <message>
      <source>in use</source>
      <translation>verwendet</translation>
    </message>
    <message>
      <source>of another version of the plugin</source>
      <translation>einer anderen Version der Erweiterung</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>Verwenden</translation>
    </message>
    <message>
      <source>Runs models with this engine from now on.</source>
      <translation>Rechnet Modelle von nun an mit dieser Engine.</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>Löschen…</translation>
    </message>
    <message>
      <source>Removes this engine's files.</source>
      <translation>Entfernt die Dateien dieser Engine.</translation>
    </message>
    <message>
      <source>Delete the engine {} in {}?</source>
      <translation>Die Engine {} in {} löschen?</translation>
    </message>
    <message>
      <source>It is in use: no model runs until there is another.</source>
      <translation>Sie wird verwendet: Kein Modell läuft, bis es eine andere gibt.</translation>
    </message>
  </context>
  <context>
    <name>OptionsPage</name>
    <message>
      <source>What models run on, where a tool does not say: auto takes a graphics card where it can, cuda:1 is the second NVIDIA card, directml any card on Windows.</source>
      <translation>Worauf Modelle laufen, wenn ein Werkzeug nichts anderes sagt: auto nimmt nach Möglichkeit eine Grafikkarte, cuda:1 ist die zweite NVIDIA-Karte, directml eine beliebige Karte unter Windows.</translation>
    </message>
    <message>
      <source>Of the processor, that a model may use.</source>
      <translation>Des Prozessors, die ein Modell verwenden darf.</translation>
    </message>
    <message>
      <source>as many as there are</source>
      <translation>so viele es gibt</translation>
    </message>
    <message>
      <source>Gigabytes that a model may take that did not come with the plugin. 0: no limit.</source>
      <translation>Gigabyte, die ein Modell belegen darf, das nicht mit dem Plugin kam. 0: keine Grenze.</translation>
    </message>
    <message>
      <source>three quarters of this computer's</source>
      <translation>drei Viertel des Speichers dieses Rechners</translation>
    </message>
    <message>
      <source>Your own models, a folder each.</source>
      <translation>Die eigenen Modelle, je ein Ordner.</translation>
    </message>
    <message>
      <source>Running models</source>
      <translation>Modelle ausführen</translation>
    </message>
    <message>
      <source>Folders</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <source>Memory (GB)</source>
      <translation>Speicher (GB)</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <source>Logs</source>
      <translation>Protokolle</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>An engine that failed leaves its log here, in a folder lwganet-engine-…; messages name it.</source>
      <translation>Eine gescheiterte Engine lässt hier ihr Protokoll, in einem Ordner lwganet-engine-…; Meldungen nennen ihn.</translation>
    </message>
  </context>
  <context>
    <name>PageView</name>
    <message>
      <source>The card of the model: what it knows, what not, how good it is, on what terms.</source>
      <translation>Die Beschreibung des Modells: was es kann, was nicht, wie gut es ist, zu welchen Bedingungen.</translation>
    </message>
  </context>
  <context>
    <name>ProgressRow</name>
    <message>
      <source>How many changes have a verdict.</source>
      <translation>Wie viele Veränderungen ein Urteil haben.</translation>
    </message>
    <message>
      <source>How many there are of each verdict.</source>
      <translation>Wie viele es von jedem Urteil gibt.</translation>
    </message>
    <message>
      <source>{done} of {total} reviewed</source>
      <translation>{done} von {total} geprüft</translation>
    </message>
    <message>
      <source>{} not listed</source>
      <translation>{} nicht aufgelistet</translation>
    </message>
  </context>
  <context>
    <name>Reshape</name>
    <message>
      <source>Drag a corner. A double click on the line adds one, Del takes one away.</source>
      <translation>Ziehen Sie eine Ecke. Ein Doppelklick auf die Linie fügt eine hinzu, Entf nimmt eine weg.</translation>
    </message>
    <message>
      <source>Click the points of a line across the change, from outside to outside.</source>
      <translation>Klicken Sie die Punkte einer Linie durch die Veränderung, von außen nach außen.</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Vereinen</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Teilen</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>Umriss</translation>
    </message>
  </context>
  <context>
    <name>ReviewModel</name>
    <message>
      <source>{verdict}: {count}</source>
      <translation>{verdict}: {count}</translation>
    </message>
    <message>
      <source>Note on {}</source>
      <translation>Notiz zu {}</translation>
    </message>
    <message>
      <source>Probability of change, 0 to 1: the mean over the polygon</source>
      <translation>Wahrscheinlichkeit der Veränderung, 0 bis 1: Mittel über das Polygon</translation>
    </message>
    <message>
      <source>Area (px)</source>
      <translation>Fläche (px)</translation>
    </message>
    <message>
      <source>Area (m²)</source>
      <translation>Fläche (m²)</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Nr.</translation>
    </message>
    <message>
      <source>P</source>
      <translation>P</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Urteil</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>{who}: {verdict}, {when}</source>
      <translation>{who}: {verdict}, {when}</translation>
    </message>
  </context>
  <context>
    <name>ReviewPanel</name>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>px</source>
      <translation>px</translation>
    </message>
    <message>
      <source>m²</source>
      <translation>m²</translation>
    </message>
    <message>
      <source>Accept: it is a change</source>
      <translation>Annehmen: Es ist eine Veränderung</translation>
    </message>
    <message>
      <source>Reject: nothing changed here</source>
      <translation>Ablehnen: Hier hat sich nichts verändert</translation>
    </message>
    <message>
      <source>Unsure: to be looked at again</source>
      <translation>Unsicher: noch einmal ansehen</translation>
    </message>
    <message>
      <source>The next change</source>
      <translation>Die nächste Veränderung</translation>
    </message>
    <message>
      <source>The change before</source>
      <translation>Die vorige Veränderung</translation>
    </message>
    <message>
      <source>Write a note on the change</source>
      <translation>Eine Notiz zur Veränderung schreiben</translation>
    </message>
    <message>
      <source>Change the outline</source>
      <translation>Den Umriss ändern</translation>
    </message>
    <message>
      <source>Split the change along a line</source>
      <translation>Die Veränderung entlang einer Linie teilen</translation>
    </message>
    <message>
      <source>Merge the selected changes</source>
      <translation>Die gewählten Veränderungen vereinen</translation>
    </message>
    <message>
      <source>Take the last word back</source>
      <translation>Das letzte Urteil zurücknehmen</translation>
    </message>
    <message>
      <source>Give it again</source>
      <translation>Es wieder geben</translation>
    </message>
    <message>
      <source>Another reviewer's copy of this review</source>
      <translation>Die Kopie eines anderen Prüfers von dieser Prüfung</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>There is nothing in this copy that is not known here.</source>
      <translation>In dieser Kopie steht nichts, was hier nicht bekannt ist.</translation>
    </message>
    <message>
      <source>Take in: {}</source>
      <translation>Übernehmen: {}</translation>
    </message>
    <message>
      <source>What there is to say of this change; Enter saves it.</source>
      <translation>Was es zu dieser Veränderung zu sagen gibt; Eingabe speichert es.</translation>
    </message>
  </context>
  <context>
    <name>ReviewTable</name>
    <message>
      <source>The changes. A click on a heading sorts them, a double click on a note edits it. A verdict counts for all selected rows and is undone as one.</source>
      <translation>Die Veränderungen. Ein Klick auf eine Überschrift sortiert sie, ein Doppelklick auf eine Notiz bearbeitet diese. Ein Urteil gilt für alle gewählten Zeilen und wird als Ganzes rückgängig gemacht.</translation>
    </message>
  </context>
  <context>
    <name>RunPanel</name>
    <message>
      <source>What the model runs on; auto takes a graphics card where it can.</source>
      <translation>Worauf das Modell läuft; auto nimmt eine Grafikkarte, wo es geht.</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Vorschau</translation>
    </message>
    <message>
      <source>Runs the model on what the maps show.</source>
      <translation>Wendet das Modell auf das an, was die Karten zeigen.</translation>
    </message>
    <message>
      <source>Whole area</source>
      <translation>Ganzes Gebiet</translation>
    </message>
    <message>
      <source>Runs the model on all of the chosen area.</source>
      <translation>Wendet das Modell auf das ganze gewählte Gebiet an.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Stops the run; nothing is kept of it.</source>
      <translation>Hält den Lauf an; nichts davon bleibt.</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Run the model on what the maps show</source>
      <translation>Das Modell auf dem laufen lassen, was die Karten zeigen</translation>
    </message>
    <message>
      <source>Run the model on the whole area</source>
      <translation>Das Modell über das ganze Gebiet laufen lassen</translation>
    </message>
    <message>
      <source>Next: Preview shows what the model finds in view.</source>
      <translation>Als Nächstes: Die Vorschau zeigt, was das Modell im Ausschnitt findet.</translation>
    </message>
    <message>
      <source>The whole area took {} s.</source>
      <translation>Das ganze Gebiet brauchte {} s.</translation>
    </message>
    <message>
      <source>The preview took {} s.</source>
      <translation>Die Vorschau brauchte {} s.</translation>
    </message>
    <message>
      <source>Next: &lt;a href="tune"&gt;tune&lt;/a&gt; it, then run the whole area.</source>
      <translation>Als Nächstes: &lt;a href="tune"&gt;anpassen&lt;/a&gt;, dann das ganze Gebiet laufen lassen.</translation>
    </message>
    <message>
      <source>Next: &lt;a href="tune"&gt;tune&lt;/a&gt; it, then begin the &lt;a href="review"&gt;review&lt;/a&gt;.</source>
      <translation>Als Nächstes: &lt;a href="tune"&gt;anpassen&lt;/a&gt;, dann die &lt;a href="review"&gt;Prüfung&lt;/a&gt; beginnen.</translation>
    </message>
    <message>
      <source>Next: go on with the &lt;a href="review"&gt;review&lt;/a&gt;.</source>
      <translation>Als Nächstes: weiter mit der &lt;a href="review"&gt;Prüfung&lt;/a&gt;.</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Startet…</translation>
    </message>
    <message>
      <source>{} % done, {} left, {} million pixels a second.</source>
      <translation>{} % fertig, noch {}, {} Millionen Pixel je Sekunde.</translation>
    </message>
  </context>
  <context>
    <name>RunningPage</name>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Stops at once; nothing is kept of it.</source>
      <translation>Hält sofort an; nichts bleibt davon übrig.</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Beginnt…</translation>
    </message>
    <message>
      <source>{} written, of about {}</source>
      <translation>{} geschrieben, von etwa {}</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Wird angehalten…</translation>
    </message>
  </context>
  <context>
    <name>SeriesPanel</name>
    <message>
      <source>Tick the images of the series; they are sorted by date. Drag to change the order.</source>
      <translation>Die Bilder der Zeitreihe ankreuzen; sie sind nach Datum sortiert. Ziehen ändert die Reihenfolge.</translation>
    </message>
    <message>
      <source>Where the rasters and polygons of all pairs are kept.</source>
      <translation>Wo die Raster und Polygone aller Paare aufbewahrt werden.</translation>
    </message>
    <message>
      <source>Run on the series</source>
      <translation>Zeitreihe rechnen</translation>
    </message>
    <message>
      <source>Compares each image with the next, with the model, area and tuning of the other tabs.</source>
      <translation>Vergleicht jedes Bild mit dem nächsten, mit Modell, Gebiet und Einstellungen der anderen Reiter.</translation>
    </message>
    <message>
      <source>Choose a pair to look at, tune and review it.</source>
      <translation>Ein Paar wählen, um es anzusehen, anzupassen und zu prüfen.</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Images, in order of time</source>
      <translation>Bilder in zeitlicher Reihenfolge</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>Paare</translation>
    </message>
    <message>
      <source>Tick two images or more.</source>
      <translation>Zwei oder mehr Bilder ankreuzen.</translation>
    </message>
    <message>
      <source>Choose a folder for the results.</source>
      <translation>Einen Ordner für die Ergebnisse wählen.</translation>
    </message>
    <message>
      <source>First change: {}</source>
      <translation>Erste Veränderung: {}</translation>
    </message>
  </context>
  <context>
    <name>SetUpWindow</name>
    <message>
      <source>Engine</source>
      <translation>Engine</translation>
    </message>
    <message>
      <source>Setting up the engine: {}</source>
      <translation>Die Engine wird eingerichtet: {}</translation>
    </message>
    <message>
      <source>Trying {}</source>
      <translation>{} wird geprüft</translation>
    </message>
    <message>
      <source>Making a folder of wheels</source>
      <translation>Ein Ordner mit Wheels wird erstellt</translation>
    </message>
    <message>
      <source>It is in {} and has passed its test.</source>
      <translation>Sie liegt in {} und hat ihre Prüfung bestanden.</translation>
    </message>
    <message>
      <source>{} has passed its test and is used from now on.</source>
      <translation>{} hat die Prüfung bestanden und wird von nun an verwendet.</translation>
    </message>
    <message>
      <source>{} files are in {}. Carry the folder to the other computer and choose there: Install from a folder of wheels.</source>
      <translation>{} Dateien sind in {}. Den Ordner auf den anderen Rechner bringen und dort „Aus einem Ordner mit Wheels“ wählen.</translation>
    </message>
    <message>
      <source>The folder is ready</source>
      <translation>Der Ordner ist fertig</translation>
    </message>
    <message>
      <source>Python of the engine</source>
      <translation>Python der Engine</translation>
    </message>
    <message>
      <source>Folder of wheels</source>
      <translation>Ordner mit Wheels</translation>
    </message>
    <message>
      <source>Where to put the folder's files</source>
      <translation>Wohin die Dateien des Ordners sollen</translation>
    </message>
  </context>
  <context>
    <name>ShapeRow</name>
    <message>
      <source>Outline</source>
      <translation>Umriss</translation>
    </message>
    <message>
      <source>Changes the outline on either map.</source>
      <translation>Ändert den Umriss auf einer der Karten.</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Teilen</translation>
    </message>
    <message>
      <source>Splits the change along a line.</source>
      <translation>Teilt die Veränderung entlang einer Linie.</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Vereinen</translation>
    </message>
    <message>
      <source>Makes one change of those selected in the table.</source>
      <translation>Macht aus den in der Tabelle gewählten Veränderungen eine.</translation>
    </message>
    <message>
      <source>Compare…</source>
      <translation>Vergleichen…</translation>
    </message>
    <message>
      <source>Takes in what another reviewer said in a copy of this file; disagreements can be listed.</source>
      <translation>Übernimmt, was ein anderer Prüfer in einer Kopie dieser Datei gesagt hat; Uneinigkeiten lassen sich auflisten.</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <source>Saves the outline as it is drawn.</source>
      <translation>Speichert den Umriss, wie er gezeichnet ist.</translation>
    </message>
    <message>
      <source>Give up</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Leaves the outline as it was.</source>
      <translation>Lässt den Umriss, wie er war.</translation>
    </message>
  </context>
  <context>
    <name>ToolRun</name>
    <message>
      <source>The layers cannot be read.</source>
      <translation>Die Layer können nicht gelesen werden.</translation>
    </message>
  </context>
  <context>
    <name>TunePanel</name>
    <message>
      <source>Pixels whose probability is above it count as change.</source>
      <translation>Pixel, deren Wahrscheinlichkeit darüber liegt, zählen als Veränderung.</translation>
    </message>
    <message>
      <source>How often each probability occurs in view. Drag the threshold.</source>
      <translation>Wie oft jede Wahrscheinlichkeit im Ausschnitt vorkommt. Der Schwellenwert lässt sich ziehen.</translation>
    </message>
    <message>
      <source>Smaller polygons are left out.</source>
      <translation>Kleinere Polygone werden weggelassen.</translation>
    </message>
    <message>
      <source>Joins pieces that are less than twice this apart.</source>
      <translation>Verbindet Teile, die weniger als das Doppelte davon auseinanderliegen.</translation>
    </message>
    <message>
      <source>Removes specks and threads narrower than twice this.</source>
      <translation>Entfernt Flecken und Fäden, die schmaler als das Doppelte davon sind.</translation>
    </message>
    <message>
      <source>Outlines may leave the pixels' edges by so much.</source>
      <translation>Um so viel dürfen die Umrisse von den Pixelkanten abweichen.</translation>
    </message>
    <message>
      <source>Show the probability</source>
      <translation>Wahrscheinlichkeit zeigen</translation>
    </message>
    <message>
      <source>Lays it over the image after.</source>
      <translation>Legt sie über das Nachher-Bild.</translation>
    </message>
    <message>
      <source>Review the changes…</source>
      <translation>Veränderungen prüfen…</translation>
    </message>
    <message>
      <source>Puts the polygons of the whole area into a GeoPackage to accept or reject them one by one.</source>
      <translation>Legt die Polygone des ganzen Gebiets in ein GeoPackage, um sie einzeln anzunehmen oder abzulehnen.</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Schwellenwert</translation>
    </message>
    <message>
      <source>Smallest area</source>
      <translation>Kleinste Fläche</translation>
    </message>
    <message>
      <source>Close gaps (pixels)</source>
      <translation>Lücken schließen (Pixel)</translation>
    </message>
    <message>
      <source>Remove specks (pixels)</source>
      <translation>Flecken entfernen (Pixel)</translation>
    </message>
    <message>
      <source>Simplify</source>
      <translation>Vereinfachen</translation>
    </message>
    <message>
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message>
      <source>Nothing to tune yet: run a preview first.</source>
      <translation>Noch nichts anzupassen: zuerst eine Vorschau rechnen.</translation>
    </message>
    <message>
      <source>In view: {} polygons, {}.</source>
      <translation>Im Ausschnitt: {} Polygone, {}.</translation>
    </message>
    <message>
      <source>Images, model or corrections have changed since: run again to see what it does.</source>
      <translation>Bilder, Modell oder Korrekturen haben sich seitdem geändert: ein neuer Lauf zeigt, was das bewirkt.</translation>
    </message>
  </context>
  <context>
    <name>VerdictRow</name>
    <message>
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <source>It is a change. Goes on to the next open one.</source>
      <translation>Es ist eine Veränderung. Geht zur nächsten offenen weiter.</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Ablehnen</translation>
    </message>
    <message>
      <source>Nothing changed here. Goes on to the next open one.</source>
      <translation>Hier hat sich nichts verändert. Geht zur nächsten offenen weiter.</translation>
    </message>
    <message>
      <source>Unsure</source>
      <translation>Unsicher</translation>
    </message>
    <message>
      <source>To be looked at again. Goes on to the next open one.</source>
      <translation>Muss noch einmal angesehen werden. Geht zur nächsten offenen weiter.</translation>
    </message>
    <message>
      <source>◀ Previous</source>
      <translation>◀ Zurück</translation>
    </message>
    <message>
      <source>Takes both maps to the one before.</source>
      <translation>Bringt beide Karten zur vorigen.</translation>
    </message>
    <message>
      <source>Next ▶</source>
      <translation>Weiter ▶</translation>
    </message>
    <message>
      <source>Takes both maps to the one after.</source>
      <translation>Bringt beide Karten zur nächsten.</translation>
    </message>
    <message>
      <source>Takes the last word back.</source>
      <translation>Nimmt das letzte Urteil zurück.</translation>
    </message>
    <message>
      <source>Gives it again.</source>
      <translation>Stellt es wieder her.</translation>
    </message>
  </context>
  <context>
    <name>ViewBar</name>
    <message>
      <source>Side by side</source>
      <translation>Nebeneinander</translation>
    </message>
    <message>
      <source>Both dates beside each other.</source>
      <translation>Beide Zeitpunkte nebeneinander.</translation>
    </message>
    <message>
      <source>Stacked</source>
      <translation>Übereinander</translation>
    </message>
    <message>
      <source>One date above the other, for long images.</source>
      <translation>Ein Datum über dem anderen, für lange Bilder.</translation>
    </message>
    <message>
      <source>Swipe</source>
      <translation>Wischen</translation>
    </message>
    <message>
      <source>One date over the other, with a handle between them.</source>
      <translation>Ein Zeitpunkt über dem anderen, mit einem Griff dazwischen.</translation>
    </message>
    <message>
      <source>Blink</source>
      <translation>Blinken</translation>
    </message>
    <message>
      <source>The two dates in turn.</source>
      <translation>Die beiden Zeitpunkte im Wechsel.</translation>
    </message>
    <message>
      <source>Moves the handle to the left, or shows the other date.</source>
      <translation>Schiebt den Griff nach links oder zeigt den anderen Zeitpunkt.</translation>
    </message>
    <message>
      <source>Moves the handle to the right, or shows the other date.</source>
      <translation>Schiebt den Griff nach rechts oder zeigt den anderen Zeitpunkt.</translation>
    </message>
    <message>
      <source>Shows the images whole.</source>
      <translation>Zeigt die Bilder ganz.</translation>
    </message>
    <message>
      <source>Zoom to images</source>
      <translation>Auf Bilder zoomen</translation>
    </message>
    <message>
      <source>Goes where QGIS's own map is.</source>
      <translation>Geht dorthin, wo die Karte von QGIS ist.</translation>
    </message>
    <message>
      <source>Zoom to map</source>
      <translation>Auf Karte zoomen</translation>
    </message>
    <message>
      <source>Lays the visible layers of QGIS's own map over both dates.</source>
      <translation>Legt die sichtbaren Layer der QGIS-Karte über beide Zeitpunkte.</translation>
    </message>
    <message>
      <source>Map layers</source>
      <translation>Kartenlayer</translation>
    </message>
  </context>
  <context>
    <name>WorkBar</name>
    <message>
      <source>How far it is.</source>
      <translation>Wie weit es ist.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Stops what is being done; nothing of it is left.</source>
      <translation>Hält an, was gerade läuft; nichts davon bleibt zurück.</translation>
    </message>
    <message>
      <source>{} of {}</source>
      <translation>{} von {}</translation>
    </message>
  </context>
</TS>
